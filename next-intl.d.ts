import type { formats } from './domain/reader/formats.ts'
import type { Messages } from './server/next/messages.ts'

// Every t('key') is checked against messages/en/*.json at the types stage.
declare module 'next-intl' {
  interface AppConfig {
    Messages: Messages
    Formats: typeof formats
  }
}
