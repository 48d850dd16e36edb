import { holesIn } from './fill.ts'
import { scriptBook, type ScriptId } from './script.ts'

/** Why words can not be published; message key `field.<code>`. */
export type WordsFault =
  | 'required'
  | 'too_long'
  | 'script_unknown_hole'
  | 'script_needs_service'
  | 'script_needs_purpose'
  | 'script_needs_days'
  | 'script_needs_day'

const needs: Readonly<Record<string, WordsFault>> = {
  service: 'script_needs_service',
  purpose: 'script_needs_purpose',
  days: 'script_needs_days',
  day: 'script_needs_day',
}

const [mostLines, longestLine] = [20, 600]

/** The lines of a text as it is typed: one a line, empty ones left out. */
export const linesOf = (text: string): string[] =>
  text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** The holes that the words of a script have, in every language: what it says is not said without them. */
export const holesNeeded = (scriptId: ScriptId): string[] => [...holesIn(scriptBook('en').scripts[scriptId])].toSorted()

/** What is wrong with the words of a script; null when they can be read to people. */
export function wordsFault(scriptId: ScriptId, lines: readonly string[]): WordsFault | null {
  if (lines.length === 0) return 'required'
  if (lines.length > mostLines || lines.some((line) => line.length > longestLine)) return 'too_long'
  const needed = holesNeeded(scriptId)
  const found = holesIn(lines)
  if ([...found].some((name) => !needed.includes(name))) return 'script_unknown_hole'
  // A brace that closes nothing would be read aloud as it stands.
  if (lines.some((line) => /[{}]/.test(line.replace(/\{\w+\}/g, '')))) return 'script_unknown_hole'
  const missing = needed.find((name) => !found.has(name))
  return missing === undefined ? null : (needs[missing] ?? 'script_unknown_hole')
}
