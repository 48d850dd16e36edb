import { describe, expect, test, vi } from 'vitest'
import { DatabaseError } from '#server/db/errors.ts'
import { KeyFault } from '#server/keys/key-files.ts'
import { AppError, notAllowed } from '#usecases/errors.ts'

describe('an expected failure', () => {
  test('is known for one whichever copy of the module threw it, as the web build carries two', async () => {
    vi.resetModules()
    const copy = await import('#usecases/errors.ts')
    expect(copy.AppError).not.toBe(AppError)
    expect(copy.notAllowed('sign_in_needed')).toBeInstanceOf(AppError)
    expect(notAllowed('sign_in_needed')).toBeInstanceOf(copy.AppError)
  })

  test('of the database or of the keys is known as well', async () => {
    vi.resetModules()
    const database = await import('#server/db/errors.ts')
    const keys = await import('#server/keys/key-files.ts')
    const lost = new database.DatabaseError('write_conflict', [], undefined)
    expect(lost).toBeInstanceOf(DatabaseError)
    expect(lost).toBeInstanceOf(AppError)
    expect(new keys.KeyFault('a key is missing')).toBeInstanceOf(KeyFault)
    expect(new keys.KeyFault('a key is missing')).not.toBeInstanceOf(AppError)
  })

  test('is not taken for what it is not', () => {
    expect(new Error('not_allowed')).not.toBeInstanceOf(AppError)
    expect(notAllowed('sign_in_needed')).not.toBeInstanceOf(DatabaseError)
    expect({ code: 'not_allowed', reason: 'sign_in_needed' }).not.toBeInstanceOf(AppError)
  })
})
