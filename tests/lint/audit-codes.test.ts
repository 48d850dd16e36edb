import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditCodes, type AuditCode } from '#domain/audit/codes.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * Codes whose mechanism the books name and that is not made yet, each with it. Whoever makes one takes its codes out of
 * this list.
 */
const toCome: Readonly<Record<string, readonly AuditCode[]>> = {
  'a second factor of staff': ['staff.mfa_reset'],
  'a copy of the data by a one-time link': ['request.access_prepared', 'request.access_fetched', 'request.access_released'],
  campaigns: ['campaign.previewed', 'campaign.started', 'campaign.paused', 'campaign.finished'],
  'the sealed log': ['log.verified', 'log.sealed', 'log.read_by_client'],
  'backups, their restoring and what is erased again after it': ['backup.made', 'backup.restored', 'erasure.replayed'],
  'rotated keys': ['key.rotated'],
}

/** Everything that is written in the rooms whose code can write an entry, but the list of codes itself. */
const sources = ['domain', 'usecases', 'server', 'app', 'bin']
  .flatMap((room) => readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)))
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/generated/.test(file) && file !== join('domain', 'audit', 'codes.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

const isWritten = (code: string): boolean => sources.includes(`'${code}'`)

describe('the codes of the audit log', () => {
  it('are each written by something, or belong to a mechanism that is still to come', () => {
    const waiting = Object.values(toCome).flat()
    expect(auditCodes.filter((code) => !isWritten(code) && !waiting.includes(code))).toEqual([])
  })

  it('are told apart from a code that nothing writes', () => {
    expect(isWritten('request.approved')).toBe(true)
    expect(isWritten('queue.viewed')).toBe(false)
  })
})
