import type { ReactNode } from 'react'
import { getLocale } from 'next-intl/server'
import { AppShell } from '#components/shell/app-shell.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { DemoTour } from '#components/shell/demo-tour.tsx'
import { DraftProvider } from '#components/form/use-draft.tsx'
import { NamesProvider } from '#components/i18n/names.tsx'
import { localeFromHeader } from '#server/next/locale.ts'
import { currentViewer, readForPage } from '#server/next/page.ts'
import { readerPreferences } from '#server/next/reader.ts'
import { namesForReader } from '#usecases/service/names-for-reader.ts'
import { waitingCounts } from '#usecases/session/waiting-counts.ts'
import { keepDraft, openCase, readDraft } from './_components/draft-actions.ts'
import { SignOutEverywhere } from './_components/sign-out-everywhere.tsx'
import { SignOutForm } from './_components/sign-out-form.tsx'

const drafts = { keep: keepDraft, read: readDraft, open: openCase }

/** The frame around every room. Who looks is asked of the database, not of the cookie. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [viewer, { tour, ...look }, names, counts] = await Promise.all([
    currentViewer(),
    readerPreferences(),
    // What next-intl formats by says more than the language (en-GB).
    readForPage(namesForReader, { locale: localeFromHeader(await getLocale()) }),
    readForPage(waitingCounts, {}),
  ])
  const { role, humanRef } = viewer
  return (
    <ClientMessages namespaces={['shell', 'auth', 'tour']}>
      <AppShell
        role={role}
        humanRef={humanRef}
        counts={counts}
        {...look}
        tour={viewer.inDemo && <DemoTour key={humanRef} role={role} humanRef={humanRef} noted={tour} />}
        signOut={<SignOutForm />}
        signOutEverywhere={<SignOutEverywhere />}
      >
        <NamesProvider names={names}>
          <DraftProvider actions={drafts}>{children}</DraftProvider>
        </NamesProvider>
      </AppShell>
    </ClientMessages>
  )
}
