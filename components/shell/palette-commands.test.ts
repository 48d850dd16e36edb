import { describe, expect, it } from 'vitest'
import { caseCodeFrom, formatCaseCode } from '#domain/request/case-code.ts'
import { sorted, typedCode } from './palette-commands.ts'

const code = caseCodeFrom(new Uint8Array([7, 99, 3, 250, 18]))
const shown = formatCaseCode(code)

describe('a case code in the palette', () => {
  it('is read as it is spoken', () => {
    expect(typedCode(shown)).toEqual({ code, shown })
    expect(typedCode(` ${shown.toLowerCase().replaceAll(' ', '-')} `)).toEqual({ code, shown })
    expect(typedCode(shown.replaceAll('0', 'o'))).toEqual({ code, shown })
  })

  it('says when it was misheard, and takes no other word for one', () => {
    const wrong = code.slice(0, 8) + (code.endsWith('2') ? '3' : '2')
    expect(typedCode(wrong)).toBe('misheard')
    for (const text of ['', 'approvals', 'wrap up', code.slice(0, 7), '+86 138 0013 8000']) expect(typedCode(text)).toBeNull()
  })
})

describe('the commands of the palette', () => {
  it('are each there once, rooms apart, and itself is none of them', () => {
    const shortcut = (keys: string, label: string) => ({ keys, label, run: () => undefined })
    const found = sorted([shortcut('g d', 'Desk'), shortcut('n', 'Note'), shortcut('Mod+k', 'Palette'), shortcut('n', 'Note')])
    expect(found.rooms.map(({ label }) => label)).toEqual(['Desk'])
    expect(found.doings.map(({ label }) => label)).toEqual(['Note'])
  })
})
