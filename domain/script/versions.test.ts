import { describe, expect, it } from 'vitest'
import { linesOf, wordsFault } from './check-words.ts'
import { nextVersion, versionInForce, versionsOf, type ScriptVersion } from './versions.ts'

const day = 86_400_000
const own = (version: string, of: Partial<ScriptVersion> = {}): ScriptVersion => ({
  scriptId: 'say_now', locale: 'en', version, lines: [version], validFrom: 0, publishedAt: 0, publishedBy: 'A-1',
  reason: 'clearer', ...of,
})

describe('the versions of a script', () => {
  it('begin with what came with the product, and are counted on', () => {
    const versions = versionsOf('say_now', 'en-GB', [own('v10'), own('v2'), own('v3', { locale: 'zh-CN' })])
    expect(versions.map(({ version }) => version)).toEqual(['v1', 'v2', 'v10'])
    expect(nextVersion(versions)).toBe('v11')
    expect(nextVersion(versionsOf('opt_out', 'en', []))).toBe('v2')
  })

  it('are in force from their day on', () => {
    const versions = versionsOf('say_now', 'en', [own('v2', { validFrom: 5 * day })])
    expect(versionInForce(versions, 5 * day - 1).version).toBe('v1')
    expect(versionInForce(versions, 5 * day).version).toBe('v2')
  })

  it('are the words that were kept when somebody was told them, not those of a later product', () => {
    const kept = own('v1', { lines: ['as it was heard'], publishedBy: null, reason: null })
    expect(versionInForce(versionsOf('say_now', 'en', [kept]), 0).lines).toEqual(['as it was heard'])
  })
})

describe('words that are to be published', () => {
  it('name what has to be filled in on the call, and nothing that is not', () => {
    const fault = (text: string) => wordsFault('deletion_service', linesOf(text))
    expect(fault('{service} goes.\n\n  You have {days} days.  ')).toBeNull()
    expect(fault('{service} goes.')).toBe('script_needs_days')
    expect(fault('You have {days} days.')).toBe('script_needs_service')
    expect(fault('{service}, {days}, {name}')).toBe('script_unknown_hole')
    expect(fault('{service}, {days}, {')).toBe('script_unknown_hole')
    expect(fault(' \n ')).toBe('required')
    expect(fault(`{service} {days} ${'x'.repeat(600)}`)).toBe('too_long')
  })
})
