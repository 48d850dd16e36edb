/** The codes of legal grounds that a rejection can name; `words.ground` has their words. */
export const groundCodes = [
  'gdpr_12_6', 'gdpr_12_5', 'gdpr_17_3_b', 'gdpr_17_3_e', 'pipl_47', 'pipl_50', 'ccpa_1798_105_d', 'ccpa_1798_145_h',
  'not_the_subject', 'already_open',
] as const
export type GroundCode = (typeof groundCodes)[number]
