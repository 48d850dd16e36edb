import { formatCaseCode, parseCaseCode } from '#domain/request/case-code.ts'
import type { Shortcut } from './shortcut-list.ts'

/** A case code is nine symbols; what is as long as one and is none was misheard. */
const codeLength = 9

/** What the palette makes of what is typed: a case to go to, a code that can not be right, or nothing of the kind. */
export type TypedCode = { readonly code: string; readonly shown: string } | 'misheard' | null

/** Reads a case code as it is spoken: any case, any spaces, O for 0. Looks nothing up: the check symbol tells. */
export function typedCode(text: string): TypedCode {
  const code = parseCaseCode(text)
  if (code !== null) return { code, shown: formatCaseCode(code) }
  const plain = text.replace(/[\s-]/g, '')
  return plain.length === codeLength && /^[0-9a-z]+$/i.test(plain) && /\d/.test(plain) ? 'misheard' : null
}

/** The shortcuts of a page, each label once, rooms (`g …`) apart from what can be done here. */
export function sorted(shortcuts: readonly Shortcut[]): { rooms: readonly Shortcut[]; doings: readonly Shortcut[] } {
  const once = [...new Map(shortcuts.map((shortcut) => [shortcut.label, shortcut])).values()]
  const isRoom = ({ keys }: Shortcut) => keys.startsWith('g ')
  return { rooms: once.filter(isRoom), doings: once.filter((one) => !isRoom(one) && one.keys !== paletteKeys) }
}

/** The keys that open it. */
export const paletteKeys = 'Mod+k'
