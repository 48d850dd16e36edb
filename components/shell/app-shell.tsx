import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { Role } from '#domain/access/policy.ts'
import type { Density, Theme } from '#domain/reader/preferences.ts'
import { Toaster } from '#components/ui/toast.tsx'
import { BackKey } from './back-key.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { FocusKeeper } from './focus-keeper.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { KeyboardProvider } from './keyboard.tsx'
import { NavLinks, type NavCounts } from './nav-links.tsx'
import { Palette } from './palette.tsx'
import { PreferenceSwitches } from './preference-switches.tsx'
import { ReaderPanel } from './reader-panel.tsx'

export interface AppShellProps {
  role: Role
  /** Personnel number, as colleagues know each other: "A-112". */
  humanRef: string
  counts: NavCounts
  theme: Theme
  density: Density
  letterKeys: boolean
  /** The tour, on a desk that is a demo. */
  tour: ReactNode
  /** Form that signs out (a server action of the caller's), shown beside the name. */
  signOut: ReactNode
  /** Ends every session of this log-in, with the preferences below it. */
  signOutEverywhere: ReactNode
  children: ReactNode
}

/** The frame around every room: skip link, navigation by role, who I am, language and look; main content. */
export function AppShell({
  role, humanRef, counts, theme, density, letterKeys, tour, signOut, signOutEverywhere, children,
}: AppShellProps) {
  const t = useTranslations('shell')
  return (
    <KeyboardProvider initialLetterKeys={letterKeys}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded bg-accent px-3 py-2 font-semibold text-accent-ink focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <div data-frame="" className="min-h-screen desk:grid desk:grid-cols-[208px_minmax(0,1fr)]">
        <header data-no-print="" className="border-b border-line bg-sunken desk:border-r desk:border-b-0">
          <div className="relative px-3 py-2 desk:sticky desk:top-0 desk:flex desk:h-screen desk:flex-col desk:overflow-y-auto desk:py-5">
          <p className="px-2.5 pt-1 pb-2 text-lg/5 font-[650] tracking-[-0.01em] desk:pb-4">{t('product')}</p>
          <nav aria-label={t('nav.label')}>
            <NavLinks role={role} counts={counts} />
          </nav>
          {tour}
          <ReaderPanel
            who={
              <span className="flex items-center justify-between gap-2">
                <span className="break-keep">{t('who', { human: humanRef, role })}</span>
                {signOut}
              </span>
            }
          >
            <Palette role={role} />
            <KeyboardHelp />
            <PreferenceSwitches theme={theme} density={density} />
            {signOutEverywhere}
          </ReaderPanel>
          </div>
        </header>
        <main id="main" tabIndex={-1} className="min-w-0 outline-none">
          <ConnectionNote />
          {children}
        </main>
      </div>
      <BackKey role={role} />
      <FocusKeeper />
      <Toaster />
    </KeyboardProvider>
  )
}
