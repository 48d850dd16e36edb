import type { ScriptId } from '#domain/script/script.ts'
import type { ScriptVersion } from '#domain/script/versions.ts'

export interface ScriptStore {
  /** Every version that is stored, in the order in which they were: the operator's own, and what people were told. */
  versions(): Promise<readonly ScriptVersion[]>
  /** A version is written once; other words are another version. */
  add(version: ScriptVersion, id: string): Promise<void>
  /** By which version of which words people were told, how often, and when last. */
  told(): Promise<readonly TellingsCounted[]>
}

/** Null: told by the operator's app, in words of its own. */
export interface TellingsCounted {
  readonly scriptId: ScriptId | null
  readonly version: string
  readonly locale: string
  readonly count: number
  readonly lastAt: number
}
