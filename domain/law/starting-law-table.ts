import { anywhere } from './jurisdiction.ts'
import type { LawRow, LawTable, Span } from './law-row.ts'

const days = (amount: number): Span => ({ amount, unit: 'day' })
const workingDays = (amount: number): Span => ({ amount, unit: 'working_day' })
const months = (amount: number): Span => ({ amount, unit: 'month' })

/** What most rows share. Where a law is silent or unclear about rolling forward, the earlier day is kept. */
const plain = { starts: 'receipt', stops: [], rolls: false, refusalMustOffer: [], notes: [] } as const

/** GDPR art. 12(4), and the same in UK law: who refuses names the ways to complain. */
const gdprRemedies = ['complaint_to_authority', 'judicial_remedy'] as const

/** The row that answers where no other does; its length is the setting `fallback_answer_months`. */
export const fallbackRow: LawRow = {
  ...plain, id: 'any', jurisdiction: anywhere, law: 'any', kinds: 'all', answer: months(1), mark: 'undecided',
  validFrom: '1970-01-01', citation: 'domain book §6, any other place or kind',
}

/**
 * The starting table of domain.md §6. Figures to be confirmed by the operator's counsel, as the screen says:
 * a start, not advice. `undecided` runs deletions without a mark.
 */
export const startingLawTable: LawTable = [
  {
    ...plain, id: 'eu.gdpr', jurisdiction: 'EU', law: 'gdpr', kinds: 'all', answer: months(1), extension: months(2),
    rolls: true, mark: 'undecided', validFrom: '2018-05-25',
    citation: 'Regulation (EU) 2016/679 art. 12(3); periods: Regulation (EEC, Euratom) 1182/71 art. 3',
    refusalMustOffer: gdprRemedies,
    notes: ['exceptions_only_as_far_as_needed', 'tell_recipients', 'person_reviews_refusal'],
  },
  {
    ...plain, id: 'gb.gdpr', jurisdiction: 'GB', law: 'uk_gdpr', kinds: 'all', answer: months(1),
    extension: months(2), starts: 'identity', stops: [{ reason: 'scope', kinds: ['access'] }], rolls: true,
    mark: 'undecided', validFrom: '2021-01-01', citation: 'UK GDPR art. 12, 12A', refusalMustOffer: gdprRemedies,
  },
  {
    ...plain, id: 'gb.complaint', jurisdiction: 'GB', law: 'uk_dpa', kinds: ['objection'], acknowledge: days(30),
    answer: months(1), extension: months(2), starts: 'identity', rolls: true, validFrom: '2026-06-19',
    citation: 'Data Protection Act 2018 s. 164A', refusalMustOffer: gdprRemedies,
  },
  {
    ...plain, id: 'us-ca.ccpa', jurisdiction: 'US-CA', law: 'ccpa',
    kinds: ['access', 'deletion', 'deregistration', 'void_enrolment', 'objection'],
    acknowledge: workingDays(10), answer: days(45), extension: days(45), mark: 'no', validFrom: '2020-01-01',
    citation: 'Cal. Civ. Code 1798.130(a)(2), 1798.125; 11 CCR 7021', refusalMustOffer: ['opt_out_of_sale'],
    notes: ['verification_does_not_stop_the_clock', 'keep_request_records_24_months'],
  },
  {
    ...plain, id: 'us-ca.opt_out', jurisdiction: 'US-CA', law: 'ccpa', kinds: ['consent_withdrawal'],
    answer: workingDays(15), mark: 'no', validFrom: '2020-01-01', citation: 'Cal. Civ. Code 1798.135; 11 CCR 7026',
    notes: ['opt_out_unverified', 'keep_request_records_24_months'],
  },
  {
    ...plain, id: 'cn.pipl', jurisdiction: 'CN', law: 'pipl', kinds: 'all', answer: days(30), mark: 'yes',
    validFrom: '2021-11-01',
    citation: 'PIPL art. 47, 50; Network Data Security Regulation 2025 art. 24; GB/T 35273-2020, 8.7 (recommended)',
    notes: ['erase_what_was_never_validly_consented_to', 'no_more_data_than_at_registration'],
  },
  {
    ...plain, id: 'cn.account', jurisdiction: 'CN', law: 'pipl', kinds: ['deletion', 'deregistration'],
    scope: 'account', answer: workingDays(15), mark: 'yes', validFrom: '2020-10-01',
    citation: 'GB/T 35273-2020, 8.5 (recommended): an account cancelled by hand',
    notes: ['erase_on_cancellation', 'no_more_data_than_at_registration'],
  },
  {
    ...plain, id: 'cn.credit', jurisdiction: 'CN', law: 'cn_credit', kinds: ['objection'], answer: days(20),
    validFrom: '2013-03-15', citation: 'Regulation on the credit reporting industry (2013), art. 16, 25',
    notes: ['negative_records_at_most_5_years'],
  },
  {
    ...plain, id: 'br.lgpd', jurisdiction: 'BR', law: 'lgpd', kinds: ['access'], answer: days(15),
    mark: 'undecided', validFrom: '2020-09-18', citation: 'Lei 13.709/2018 art. 19',
  },
  {
    ...plain, id: 'in.dpdp', jurisdiction: 'IN', law: 'dpdp', kinds: ['objection'], answer: days(90),
    mark: 'undecided', validFrom: '2027-05-13', citation: 'Digital Personal Data Protection Rules 2025, rule 14',
  },
  {
    ...plain, id: 'us.fcra', jurisdiction: 'US', law: 'fcra', kinds: ['objection'], answer: days(30),
    extension: { ...days(15), reasons: ['person_added_information'] }, validFrom: '1997-09-30',
    citation: '15 U.S.C. 1681i(a)(1)',
  },
  fallbackRow,
]
