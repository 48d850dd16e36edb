import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readerPreferences } from '#server/next/reader.ts'
import './globals.css'

// A title tells nobody looking over a shoulder, and no browser history, whose case it is.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return { title: t('product'), robots: { index: false, follow: false } }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f1eb' },
    { media: '(prefers-color-scheme: dark)', color: '#121110' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, prefs] = await Promise.all([getLocale(), readerPreferences()])
  return (
    <html lang={locale} data-theme={prefs.theme} data-density={prefs.density} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  )
}
