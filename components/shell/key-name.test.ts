import { describe, expect, it } from 'vitest'
import { keyName } from './key-name.ts'
import { shownKeys } from './shown-keys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held } as KeyboardEvent)

describe('a key', () => {
  it('is named as the shortcuts name it, with Ctrl and ⌘ as one', () => {
    expect(press('w')).toBe('w')
    expect(press('?')).toBe('?')
    expect(press('Enter', { ctrlKey: true })).toBe('Mod+Enter')
    expect(press('Enter', { metaKey: true })).toBe('Mod+Enter')
  })

  it('held with Alt is another key: it types letters in some layouts', () => {
    expect(press('w', { altKey: true })).not.toBe('w')
  })

  it('is shown one sign each', () => {
    expect(shownKeys('g d')).toEqual(['g', 'd'])
    expect(shownKeys('Mod+Enter')).toEqual(['Ctrl', '↵'])
  })
})
