import type { Seeded } from './seeded.ts'
import type { Place } from './places.ts'

const chinesePrefixes = ['134', '135', '136', '137', '138', '139', '150', '151', '152', '158', '159', '182', '187', '188'] as const
const areaCodes = {
  'US-CA': ['213', '415', '510', '619', '916'],
  'US-NY': ['212', '315', '518', '716', '914'],
  CA: ['416', '514', '604', '403', '613'],
} as const
const brazilianAreas = ['11', '21', '31', '41', '51'] as const

const padded = (value: number, length: number) => String(value).padStart(length, '0')

/**
 * A number that is nobody else's in the demo, in a writing that people of the place use. North American and French
 * ones come from the ranges that are kept for fiction (555-0100 to 0199; ARCEP 06 39 98); China and Brazil keep none.
 *
 * @param ordinal how many live there before this person: numbers are spread by it, and so never meet
 */
export function phoneIn(place: Place, ordinal: number, random: Seeded): string {
  if (place === 'CN') {
    // 7,919,003 shares no divisor with 10^8, so that this runs through every ending once.
    const ending = padded((ordinal * 7_919_003 + 20_180_102) % 100_000_000, 8)
    const number = `${random.pick(chinesePrefixes)}${ending}`
    return random.chance(0.5) ? `+86${number}` : `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`
  }
  if (place === 'FR') return `+33 6 39 98 ${padded(ordinal % 10_000, 4).replace(/^(..)/, '$1 ')}`
  if (place === 'BR') {
    const area = brazilianAreas[ordinal % brazilianAreas.length] ?? '11'
    return `+55 ${area} 9${padded(8_000_000 + ((ordinal * 7_919) % 1_000_000), 7).slice(0, 3)}1-${padded((ordinal * 13) % 10_000, 4)}`
  }
  const areas = areaCodes[place]
  const area = areas[Math.floor(ordinal / 100) % areas.length] ?? areas[0]
  return `+1 (${area}) 555-01${padded(ordinal % 100, 2)}`
}
