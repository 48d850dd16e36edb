import type { formats } from './server/next/formats.ts'
import type { Locale } from './domain/reader/preferences.ts'
import type { Messages } from './server/next/messages.ts'

// Every t('key') is checked against messages/en/*.json at the types stage.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
    Formats: typeof formats
  }
}
