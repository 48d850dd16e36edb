import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StyleNonce } from '#components/ui/style-nonce.tsx'
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
  const [locale, prefs, head] = await Promise.all([getLocale(), readerPreferences(), headers()])
  return (
    <html lang={locale} data-theme={prefs.theme} data-density={prefs.density} suppressHydrationWarning>
      <body>
        <StyleNonce nonce={head.get('x-nonce') ?? ''} />
        {children}
      </body>
    </html>
  )
}
