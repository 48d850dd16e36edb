import type { ScriptView } from './desk.ts'

/** `/settings/scripts`: what is read aloud, in one language beside the reader's. */
export interface ScriptRoomView {
  /** Every language that there are scripts in, with the version in force. */
  languages: { locale: string; version: string }[]
  /** The language that is shown. */
  locale: string
  scripts: ScriptView[]
  /** Said in place of a line that counts days, where there is none to count. */
  withoutDays: { say: string; beside: string | null }
  /** What people were told by, as it stands on record: versions that are no longer in force too. */
  told: { version: string; locale: string; count: number; lastAt: number }[]
}
