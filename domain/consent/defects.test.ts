import { describe, expect, it } from 'vitest'
import {
  creditScoring, goodConsent, jan2018, ticked, tickedConsent, unticked,
} from '#tests/support/consent-examples.ts'
import { ageOn, consentAge, isMinorAt } from './age.ts'
import { consentStates, isConsentCode, type ConsentEvent } from './consent-event.ts'
import { defectCodes, defectsOf, defectsOfNotice, type ConsentPerson } from './defects.ts'
import { legalSourceOf } from './legal-source.ts'
import { noticeShown, type Notice } from './notice.ts'

const { person } = creditScoring
const codes = (event: Partial<ConsentEvent>, notice: Partial<Notice> | null, who: Partial<ConsentPerson> = {}) =>
  defectsOf({ ...goodConsent, ...event }, notice && { ...unticked, ...notice }, { ...person, ...who })
    .map((defect) => defect.code)

describe('the defects of a consent', () => {
  it('are none for a box that somebody ticked themselves', () => {
    expect(codes({}, {})).toEqual([])
  })

  it('are three for the box of January 2018, each with its sentence and its law', () => {
    const defects = defectsOf(tickedConsent, ticked, person)
    expect(defects.map((defect) => defect.code)).toEqual(['preticked', 'bundled', 'not_prominent'])
    expect(defects[0]).toEqual({
      code: 'preticked', sentence: 'defect.preticked', params: { noticeVersion: '3.1' },
      legalSource: 'PIPL art. 14; GB/T 35273-2020, 3.6',
    })
    expect(defects[1]?.params).toEqual({ purpose: 'credit_scoring', bundledWith: 'annual_review' })
  })

  it.each<Partial<Notice>>([
    {}, { control: 'preticked_box', bundledWith: 'marketing', prominence: 'small' }, { control: 'none' },
    { prominence: 'low' }, { bundledWith: 'marketing' },
  ])('are at least those of the notice that it was given on: %o', (notice) => {
    expect(codes({}, notice)).toEqual(defectsOfNotice({ ...unticked, ...notice }))
  })

  it.each<[string, Partial<ConsentEvent>, Partial<Notice> | null, string[]]>([
    ['a box ticked by default', {}, { control: 'preticked_box' }, ['preticked']],
    ['a box that the sender says was left ticked', { indication: 'left_preticked' }, {}, ['preticked']],
    ['a choice that comes with another', {}, { bundledWith: 'marketing' }, ['bundled']],
    ['a choice that is easily overlooked', {}, { prominence: 'hidden' }, ['not_prominent']],
    ['no notice on file', {}, null, ['no_notice']],
    ['a notice that shows no choice', {}, { control: 'none' }, ['no_notice']],
    ['a spoken yes without a recording', { hasEvidence: false }, { control: 'spoken' }, ['no_evidence']],
    ['a paper that nobody has', { hasEvidence: false }, { control: 'paper' }, ['no_evidence']],
    ['nothing that the person did', { hasEvidence: false, indication: 'none' }, {}, ['no_evidence']],
    ['an agent who ticked', { indication: 'ticked_by_agent' }, {}, ['ticked_by_agent']],
    ['a box on an agent’s own screen', { channel: 'agent_desk' }, {}, ['ticked_by_agent']],
    ['a notice not yet shown', { occurredAt: jan2018 - 1 }, {}, ['stale_notice']],
    ['a notice no longer shown', {}, { validTo: goodConsent.occurredAt - 1 }, ['stale_notice']],
  ])('are found for %s', (_case, event, notice, expected) => {
    expect(codes(event, notice)).toEqual(expected)
  })

  it('are not found where only something near is true', () => {
    expect(codes({ hasEvidence: false }, {})).toEqual([])
    expect(codes({ hasEvidence: true }, { control: 'spoken' })).toEqual([])
    expect(codes({ channel: 'agent_desk', indication: 'said_yes' }, { control: 'spoken' })).toEqual([])
    expect(codes({}, { prominence: 'banner' })).toEqual([])
    expect(codes({}, { validFrom: goodConsent.occurredAt, validTo: goodConsent.occurredAt })).toEqual([])
  })

  it('are found for somebody too young to consent alone, by the law of their place and day', () => {
    const born = (bornOn: string, jurisdiction: string) => codes({}, {}, { bornOn, jurisdiction })
    // The consent is of 4 January 2018, 08:12 in Shanghai.
    expect(born('2004-01-04', 'CN')).toEqual([])
    expect(born('2004-01-05', 'CN')).toEqual(['minor'])
    expect(born('2004-01-04', 'DE')).toEqual(['minor'])
    expect(born('2002-01-04', 'DE')).toEqual([])
    expect(codes({}, {}, { bornOn: '2010-01-01', guardianConsented: true })).toEqual([])
    expect(codes({}, {}, { bornOn: null })).toEqual([])
  })

  it('are never found in a no', () => {
    for (const state of consentStates) {
      if (state === 'ConsentGiven' || state === 'RenewedConsentGiven') continue
      expect(codes({ state, indication: 'none', hasEvidence: false }, null), state).toEqual([])
    }
    expect(codes({ state: 'RenewedConsentGiven' }, null)).toEqual(['no_notice'])
  })

  it('name a legal source everywhere', () => {
    for (const code of defectCodes) {
      for (const place of ['CN', 'DE', 'GB', 'US-CA', 'BR', 'IN', '*']) {
        expect(legalSourceOf(code, place), `${code} ${place}`).not.toBe('')
      }
    }
    expect(legalSourceOf('preticked', 'FR')).toContain('C-673/17')
    expect(legalSourceOf('bundled', 'GB')).toMatch(/^UK GDPR/)
    expect(legalSourceOf('minor', 'US-CA')).toContain('COPPA')
  })
})

describe('ages', () => {
  it('turn on the day of birth in the person’s own place', () => {
    const midnightInShanghai = Date.parse('2018-05-05T16:00:00Z')
    expect(ageOn('2000-05-06', midnightInShanghai - 1, 'CN')).toBe(17)
    expect(ageOn('2000-05-06', midnightInShanghai, 'CN')).toBe(18)
    expect(ageOn('2004-02-29', Date.parse('2018-02-28T12:00:00Z'), 'GB')).toBe(13)
    expect(ageOn('2004-02-29', Date.parse('2018-03-01T12:00:00Z'), 'GB')).toBe(14)
  })

  it('differ by law', () => {
    expect(['CN', 'DE', 'GB', 'US-CA', '*', 'JP'].map(consentAge)).toEqual([14, 16, 13, 13, 18, 18])
    expect(isMinorAt('2000-05-06', Date.parse('2018-05-05T12:00:00Z'), 'CN')).toBe(true)
    expect(isMinorAt('2000-05-06', Date.parse('2018-05-06T12:00:00Z'), 'CN')).toBe(false)
    expect(isMinorAt('2000-05-06', Date.parse('2019-05-06T12:00:00Z'), 'US-AL')).toBe(false)
    expect(isMinorAt('2000-05-06', Date.parse('2018-06-06T12:00:00Z'), 'US-AL')).toBe(true)
    expect(isMinorAt('2000-05-06', Date.parse('2019-06-06T12:00:00Z'), 'TH-10'), 'as in all of Thailand').toBe(true)
  })
})

describe('codes and notices', () => {
  it('take codes in their own writing only', () => {
    expect(['app', 'ivr_2', 'x'.repeat(64)].map(isConsentCode)).toEqual([true, true, true])
    expect(['', 'App', 'two words', 'é', 'x'.repeat(65)].map(isConsentCode)).toEqual(Array(5).fill(false))
  })

  it('find the notice in the person’s language, else in another', () => {
    const english = { ...unticked, locale: 'en' }
    const shown = { purpose: 'credit_scoring', noticeVersion: '3.2' }
    expect(noticeShown([unticked, english], shown, 'zh-CN')).toBe(unticked)
    expect(noticeShown([unticked, english], shown, 'fr')).toBe(english)
    expect(noticeShown([unticked], { ...shown, purpose: 'marketing' }, 'zh-CN')).toBeNull()
    expect(noticeShown([unticked], { ...shown, noticeVersion: null }, 'zh-CN')).toBeNull()
  })
})
