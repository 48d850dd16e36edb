import type { ReactNode } from 'react'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { PreferenceSwitches } from '#components/shell/preference-switches.tsx'
import { readerPreferences } from '#server/next/reader.ts'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const prefs = await readerPreferences()
  return (
    <ClientMessages namespaces={['auth', 'shell']}>
      <div className="grid min-h-screen grid-rows-[1fr_auto]">
        <main className="grid place-items-center px-4 py-12">{children}</main>
        <footer className="flex justify-center px-4 pb-6">
          <PreferenceSwitches theme={prefs.theme} density={prefs.density} />
        </footer>
      </div>
    </ClientMessages>
  )
}
