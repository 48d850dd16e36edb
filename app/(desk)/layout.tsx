import type { ReactNode } from 'react'
import { AppShell } from '#components/shell/app-shell.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { currentViewer } from '#server/next/page.ts'
import { readerPreferences } from '#server/next/reader.ts'
import { SignOutEverywhere } from './_components/sign-out-everywhere.tsx'
import { SignOutForm } from './_components/sign-out-form.tsx'

/** The frame around every room. Who looks is asked of the database, not of the cookie. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const [viewer, preferences] = await Promise.all([currentViewer(), readerPreferences()])
  return (
    <ClientMessages namespaces={['shell', 'auth']}>
      <AppShell
        role={viewer.role}
        humanRef={viewer.humanRef}
        counts={{}}
        {...preferences}
        signOut={<SignOutForm />}
        signOutEverywhere={<SignOutEverywhere />}
      >
        {children}
      </AppShell>
    </ClientMessages>
  )
}
