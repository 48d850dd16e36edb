import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusalCodes, refusalKey, rejectionCodes } from './explain.ts'
import { requestMachineDoc } from './table-doc.ts'

describe('docs/request-machine.md', () => {
  it('is what the table says; `node scripts/write-request-machine.ts` writes it anew', () => {
    const written = readFileSync(new URL('../../docs/request-machine.md', import.meta.url), 'utf8')
    expect(written).toBe(requestMachineDoc())
  })
})

describe('reasons', () => {
  it('are closed lists without a code twice', () => {
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length)
    expect(new Set(rejectionCodes).size).toBe(rejectionCodes.length)
    expect(refusalKey('took_part')).toBe('request.refusal.took_part')
  })
})
