import { describe, expect, it } from 'vitest'
import { parseDataset } from './dataset.ts'
import { isThisIdentity } from './identity-match.ts'
import { identityStanding } from './identity-standing.ts'
import type { IdentityValue } from './identity.ts'

describe('an identifier in a system’s own writing', () => {
  it.each<[IdentityValue, string, boolean]>([
    [{ type: 'phone', value: '+15147214711' }, '+1 (514) 721-4711', true],
    [{ type: 'phone', value: '+15147214711' }, '514.721.4711', true],
    [{ type: 'phone', value: '+15147214711' }, '001 514 721 4711', false],
    [{ type: 'phone', value: '+8613812345678' }, '138-1234-5678', true],
    [{ type: 'phone', value: '+15147214711' }, '+44 514 721 4711', false],
    [{ type: 'email', value: 'ftremblay@gmail.com' }, ' FTremblay@GMAIL.com', true],
    [{ type: 'email', value: 'ftremblay@gmail.com' }, 'f.tremblay@gmail.com', false],
    [{ type: 'account_id', value: 'A-7' }, 'a-7', false],
    [{ type: 'account_id', value: '7' }, '07', false],
    [{ type: 'national_id', value: 'CN:11010519491231002X' }, '11010519491231002x', true],
    [{ type: 'national_id', value: 'CN:11010519491231002X' }, 'erased', false],
  ])('%o in "%s": %s', (identity, written, same) => {
    expect(isThisIdentity(identity, written)).toBe(same)
  })
})

describe('whose a row is by the identities in it', () => {
  const [transfer] = parseDataset(`
dataset:
  - fides_key: bank
    collections:
      - name: transfer
        fields:
          - { name: payer, fides_meta: { identity: account_id } }
          - { name: payee, fides_meta: { identity: account_id } }
          - { name: mail, fides_meta: { identity: email } }
          - { name: phone, fides_meta: { identity: phone } }
`).collections
  const person: IdentityValue[] = [{ type: 'account_id', value: '7' }, { type: 'email', value: 'ann@example.org' }]
  const standing = (row: Record<string, string | number | null>, masks = new Map()) => {
    if (!transfer) throw new Error('no collection')
    return identityStanding(transfer, row, person, masks)
  }

  it('is decided by the account, whatever e-mail stands beside it', () => {
    expect(standing({ payer: 7, mail: 'old@example.org' })).toBe('surely')
    expect(standing({ payer: 8, mail: 'ann@example.org' })).toBe('others')
    expect(standing({ payer: 7, payee: 8 })).toBe('mixed')
  })

  it('is likely theirs by an e-mail alone, and says nothing where nothing stands', () => {
    expect(standing({ mail: 'Ann@example.org' })).toBe('likely')
    expect(standing({ mail: 'bob@example.org' })).toBe('others')
    expect(standing({ mail: '  ' })).toBe('unknown')
    expect(standing({ phone: '+15147214711' })).toBe('unknown')
  })

  it('is not told by a masked value', () => {
    expect(standing({ payer: 'erased' }, new Map([['payer', { do: 'constant', value: 'erased' }]]))).toBe('unknown')
    expect(standing({ payer: 'erased' })).toBe('others')
  })
})
