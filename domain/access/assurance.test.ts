import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assuranceFrom, type AssuranceFacts, type Proof } from './assurance.ts'
import { assuranceInCall, type CallNow, type GrantedLevel } from './assurance-in-call.ts'
import { contactChangedDaysAgo, isChangedLately, type ContactFacts } from './contact-doubt.ts'

const day = 86_400_000
const callStartedAt = Date.UTC(2026, 10, 20, 9)
const now = callStartedAt + 5 * 60_000

const phone: ContactFacts = {
  id: 'phone-1', type: 'phone', heldFrom: callStartedAt - 400 * day, firstLoad: false, registeredAt: null,
  otherPeople: 0, reportedLost: false,
}
const email: ContactFacts = { ...phone, id: 'email-1', type: 'email' }
const facts = (...contacts: ContactFacts[]): AssuranceFacts => ({ now, callStartedAt, freshMs: 7 * day, contacts })
const code = (contactId: string): Proof => ({ kind: 'one_time_code', contactId })
const levelOf = (proofs: Proof[], known: AssuranceFacts) => assuranceFrom(proofs, known).level

const hints: Proof[] = [{ kind: 'caller_id' }, { kind: 'answers_from_file' }, { kind: 'name_and_birth_date' }]

describe('the assurance level', () => {
  it('is 0 when nothing was shown and 1 when the caller only claims', () => {
    expect(levelOf([], facts(phone))).toBe(0)
    for (const hint of hints) expect(levelOf([hint], facts(phone))).toBe(1)
  })

  it('never exceeds 1 by hints, however many and whatever the set-up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hints), { minLength: 1 }), fc.nat(), (proofs, freshMs) => {
        expect(levelOf(proofs, { ...facts(phone, email), freshMs })).toBe(1)
      }),
      { seed: 3 },
    )
  })

  it('is 2 by a code, a link or a call-back to a contact on file, and 1 by one to any other contact', () => {
    for (const kind of ['one_time_code', 'one_time_link', 'call_back'] as const) {
      expect(levelOf([{ kind, contactId: 'phone-1' }], facts(phone))).toBe(2)
      expect(levelOf([{ kind, contactId: 'stated-by-caller' }], facts(phone))).toBe(1)
    }
  })

  it.each<[string, Partial<ContactFacts>, string]>([
    ['changed in this call', { heldFrom: callStartedAt + 1 }, 'changed_in_this_call'],
    ['changed six days ago', { heldFrom: now - 6 * day }, 'changed_recently'],
    ['of somebody who registered yesterday', { firstLoad: true, registeredAt: now - day }, 'changed_recently'],
    ['on another person’s account too', { otherPeople: 1 }, 'shared'],
    ['reported lost', { reportedLost: true }, 'reported_lost'],
  ])('is at most 1 by a contact %s, and says why', (_case, change, doubt) => {
    const doubted = { ...phone, ...change }
    const assurance = assuranceFrom([code('phone-1'), { kind: 'document_by_reference' }, ...hints], facts(doubted))
    expect(assurance.level).toBe(1)
    expect(assurance.counted[0]).toEqual({ kind: 'one_time_code', gives: 1, doubts: [doubt] })
  })

  it('does not hold a first load against the person: yesterday’s import of an old account is no change', () => {
    const loaded = { ...phone, heldFrom: now - day, firstLoad: true }
    expect(levelOf([code('phone-1')], facts({ ...loaded, registeredAt: now - 900 * day }))).toBe(2)
    expect(levelOf([code('phone-1')], facts({ ...loaded, registeredAt: null }))).toBe(2)
  })

  it('trusts a change again when the days are over, to the millisecond', () => {
    expect(levelOf([code('phone-1')], facts({ ...phone, heldFrom: now - 7 * day }))).toBe(2)
    expect(levelOf([code('phone-1')], facts({ ...phone, heldFrom: now - 7 * day + 1 }))).toBe(1)
  })

  it('is 3 by a contact and a document, or by contacts of two types, and by nothing less', () => {
    expect(levelOf([code('phone-1'), { kind: 'document_by_reference' }], facts(phone))).toBe(3)
    expect(levelOf([code('phone-1'), code('email-1')], facts(phone, email))).toBe(3)
    expect(levelOf([code('phone-1'), code('phone-1')], facts(phone))).toBe(2)
    expect(levelOf([code('phone-1'), code('phone-2')], facts(phone, { ...phone, id: 'phone-2' }))).toBe(2)
    expect(levelOf([code('phone-1'), code('email-1')], facts(phone, { ...email, heldFrom: now - day }))).toBe(2)
    expect(levelOf([{ kind: 'document_by_reference' }], facts(phone))).toBe(1)
  })

  it('is 2 for a representative only with both the verified contact and the checked authority', () => {
    const representative = (contactVerified: boolean, authorityChecked: boolean): Proof =>
      ({ kind: 'representative', contactVerified, authorityChecked })
    expect(levelOf([representative(true, true)], facts())).toBe(2)
    expect(levelOf([representative(true, false)], facts())).toBe(1)
    expect(levelOf([representative(false, true)], facts())).toBe(1)
  })

  it('is 2 by the procedure for a lost contact, which gives nothing to who was erased', () => {
    const lost = { ...phone, reportedLost: true }
    expect(levelOf([code('phone-1'), { kind: 'lost_contact_procedure' }], facts(lost))).toBe(2)
    expect(levelOf([{ kind: 'lost_contact_procedure' }, { kind: 'document_by_reference' }], facts(lost))).toBe(2)
    expect(levelOf([{ kind: 'lost_contact_procedure' }], { ...facts(), erased: true })).toBe(1)
  })

  it('is 2 after an erasure by the receipt, or by a code and a document that both match tags', () => {
    const erased = { ...facts(), erased: true }
    expect(levelOf([{ kind: 'receipt' }], erased)).toBe(2)
    expect(levelOf([{ kind: 'code_to_matching_tag' }], erased)).toBe(1)
    expect(levelOf([{ kind: 'document_matching_tag' }], erased)).toBe(1)
    expect(levelOf([{ kind: 'code_to_matching_tag' }, { kind: 'document_matching_tag' }], erased)).toBe(2)
    expect(levelOf([{ kind: 'code_to_matching_tag' }, { kind: 'document_matching_tag' }], facts())).toBe(1)
    expect(levelOf([{ kind: 'receipt' }], facts())).toBe(1)
  })

  it('never falls when something more is shown', () => {
    const anyProof: fc.Arbitrary<Proof> = fc.constantFrom<Proof>(
      ...hints, code('phone-1'), code('email-1'), code('unknown'), { kind: 'document_by_reference' },
      { kind: 'lost_contact_procedure' }, { kind: 'receipt' },
    )
    fc.assert(
      fc.property(fc.array(anyProof), anyProof, (proofs, more) => {
        expect(levelOf([...proofs, more], facts(phone, email))).toBeGreaterThanOrEqual(
          levelOf(proofs, facts(phone, email)),
        )
      }),
      { seed: 4 },
    )
  })
})

describe('the days since a contact changed', () => {
  it('count from the latest change, and from registration for a first load', () => {
    const changed = (days: number) => ({ ...phone, heldFrom: now - days * day })
    expect(contactChangedDaysAgo([changed(40), changed(12.5)], now)).toBe(12)
    expect(contactChangedDaysAgo([{ ...changed(1), firstLoad: true, registeredAt: now - 90 * day }], now)).toBe(90)
    expect(contactChangedDaysAgo([{ ...changed(1), firstLoad: true }], now)).toBeNull()
    expect(contactChangedDaysAgo([], now)).toBeNull()
  })
})

describe('the level in a call', () => {
  const granted: GrantedLevel = { callId: 'c1', subjectId: 's1', agentId: 'a1', level: 2 }
  const running: CallNow = { callId: 'c1', agentId: 'a1', endedAt: null, lineOpen: true }
  const asked = { subjectId: 's1', now, resumeMs: 600_000 }
  const ended = (minutesAgo: number, lineOpen: boolean): CallNow =>
    ({ ...running, endedAt: now - minutesAgo * 60_000, lineOpen })

  it('belongs to its own call and its own subject', () => {
    expect(assuranceInCall(granted, running, asked)).toBe(2)
    expect(assuranceInCall(granted, { ...running, callId: 'c2' }, asked)).toBe(0)
    expect(assuranceInCall(granted, running, { ...asked, subjectId: 's2' })).toBe(0)
    expect(assuranceInCall(null, running, asked)).toBe(0)
  })

  it('ends with the call, unless the same agent resumes in time while the line is open', () => {
    expect(assuranceInCall(granted, ended(1, false), asked)).toBe(0)
    expect(assuranceInCall(granted, ended(10, true), asked)).toBe(2)
    expect(assuranceInCall(granted, ended(11, true), asked)).toBe(0)
    expect(assuranceInCall(granted, { ...ended(1, true), agentId: 'a2' }, asked)).toBe(0)
    expect(assuranceInCall(granted, ended(-1, true), asked), 'in the future, by a clock that was set back').toBe(0)
  })

  it('goes along to a colleague only while the line stays open', () => {
    expect(assuranceInCall(granted, { ...running, agentId: 'a2' }, asked)).toBe(2)
    expect(assuranceInCall(granted, { ...running, agentId: 'a2', lineOpen: false }, asked)).toBe(0)
  })
})

describe('a contact that changed lately', () => {
  const changed = (heldFrom: number, firstLoad = false) => isChangedLately({ heldFrom, firstLoad }, now, 30 * day)

  it('is worth a word up to the last moment of the span, and a first load never is', () => {
    expect(changed(now)).toBe(true)
    expect(changed(now - 30 * day)).toBe(true)
    expect(changed(now - 30 * day - 1)).toBe(false)
    expect(changed(now, true)).toBe(false)
  })
})
