import type { TextPart } from '#domain/consent/word-changes.ts'
import type { ScriptId } from '#domain/script/script-ids.ts'
import type { ScriptView } from './desk.ts'

/** `/settings/scripts`: what is read aloud, in one language beside the reader's, version by version. */
export interface ScriptRoomView {
  /** The server's clock, epoch ms. */
  now: number
  /** Every language that there are scripts in. */
  languages: string[]
  /** The language that is shown. */
  locale: string
  scripts: ScriptRoomLine[]
  /** Said in place of a line that counts days, where there is none to count. */
  withoutDays: { say: string; beside: string | null }
  /** What people were told by, as it stands on record: versions that are no longer in force too. */
  told: ToldVersionView[]
  /** The version that is looked at; null when none was asked for. */
  shown: ShownWordsView | null
  compared: ComparedWordsView | null
}

export interface ScriptRoomLine extends ScriptView {
  /** As it is written, a line a row, with its holes: of the newest version, also one that is still to come. */
  text: string
  /** What its words have to have a place for. */
  holes: string[]
  /** The newest first. */
  versions: ScriptVersionView[]
  /** A language in which there is a newer version than in this one. */
  behind: { locale: string; version: string } | null
}

export interface ScriptVersionView {
  version: string
  /** Epoch ms; null for words that came with the product. */
  validFrom: number | null
  by: string | null
  at: number | null
  reason: string | null
  stands: 'in_force' | 'earlier' | 'to_come'
}

export interface ToldVersionView {
  /** Null where the operator's app told it in its own words. */
  scriptId: ScriptId | null
  version: string
  locale: string
  count: number
  lastAt: number
  inForce: boolean
}

export interface ShownWordsView {
  scriptId: ScriptId
  version: string
  locale: string
  lines: string[]
}

export interface ComparedWordsView {
  scriptId: ScriptId
  locale: string
  before: string
  after: string
  parts: TextPart[]
}

/** The very words that somebody was told, as a case shows them. */
export interface ToldWordsView extends ShownWordsView {
  at: number
  inWriting: boolean
}
