import { countryOf, coversPlace, type Jurisdiction } from '#domain/law/jurisdiction.ts'
import type { DefectCode } from './defects.ts'

interface Sources {
  readonly gdpr: string
  readonly cn: string
  /** Anywhere else: ISO/IEC 29184:2020 unless a rule of the place is known. */
  readonly other: string
}

/**
 * Why each defect is one, by where the person is protected. Citations, not sentences: the same in every
 * language.
 */
const sources: Readonly<Record<DefectCode, Sources>> = {
  preticked: {
    gdpr: 'GDPR art. 4(11), recital 32; CJEU C-673/17 (Planet49)',
    cn: 'PIPL art. 14; GB/T 35273-2020, 3.6',
    other: 'ISO/IEC 29184:2020; OECD Privacy Guidelines, part two',
  },
  bundled: {
    gdpr: 'GDPR art. 7(2), 7(4), recital 43',
    cn: 'PIPL art. 14, 16; GB/T 35273-2020, 5.3',
    other: 'ISO/IEC 29184:2020',
  },
  not_prominent: { gdpr: 'GDPR art. 7(2)', cn: 'PIPL art. 17', other: 'ISO/IEC 29184:2020' },
  no_notice: { gdpr: 'GDPR art. 4(11), 13, recital 42', cn: 'PIPL art. 14, 17', other: 'ISO/IEC 29184:2020' },
  no_evidence: { gdpr: 'GDPR art. 7(1)', cn: 'PIPL art. 69', other: 'ISO/IEC TS 27560:2023' },
  ticked_by_agent: { gdpr: 'GDPR art. 4(11)', cn: 'PIPL art. 14', other: 'ISO/IEC 29184:2020' },
  stale_notice: { gdpr: 'GDPR art. 13(3), recital 42', cn: 'PIPL art. 14', other: 'ISO/IEC TS 27560:2023' },
  minor: { gdpr: 'GDPR art. 8', cn: 'PIPL art. 31', other: 'UN Convention on the Rights of the Child, art. 16' },
}

const minorElsewhere: Readonly<Record<string, string>> = {
  GB: 'UK GDPR art. 8; Data Protection Act 2018 s. 9',
  US: '15 U.S.C. 6502 (COPPA)',
  BR: 'Lei 13.709/2018 (LGPD) art. 14',
  IN: 'Digital Personal Data Protection Act 2023 s. 9',
}

/** The rule that a defect breaks for a person in this place. */
export function legalSourceOf(code: DefectCode, jurisdiction: Jurisdiction): string {
  const country = countryOf(jurisdiction)
  if (code === 'minor' && minorElsewhere[country] !== undefined) return minorElsewhere[country]
  if (country === 'CN') return sources[code].cn
  if (country === 'GB') return sources[code].gdpr.replaceAll('GDPR', 'UK GDPR')
  return coversPlace('EU', jurisdiction) ? sources[code].gdpr : sources[code].other
}
