import { mod11_2, weightedSum } from '#domain/subject/check-digits.ts'
import type { Seeded } from './seeded.ts'
import type { Place } from './places.ts'

/** Districts of GB/T 2260: Shanghai, Beijing, Hangzhou, Guangzhou, Chengdu, Wuhan. */
const districts = ['310101', '310115', '110105', '330106', '440106', '510107', '420106'] as const

/**
 * An invented id number with right check digits; null where the place has none that could be checked.
 *
 * @param bornOn `YYYY-MM-DD`
 */
export function nationalIdIn(place: Place, bornOn: string, ordinal: number, random: Seeded): string | null {
  if (place === 'CN') {
    const body = random.pick(districts) + bornOn.replaceAll('-', '') + String(random.below(1_000)).padStart(3, '0')
    return body + mod11_2(body)
  }
  if (place === 'BR') return cpf(100_000_000 + ((ordinal * 7_368_787) % 800_000_000))
  if (place === 'FR') {
    const sex = random.chance(0.5) ? '1' : '2'
    const body = `${sex}${bornOn.slice(2, 4)}${bornOn.slice(5, 7)}75${String(ordinal % 1_000_000).padStart(6, '0')}`
    return body + String(97 - (Number(body) % 97)).padStart(2, '0')
  }
  return null
}

function cpf(number: number): string {
  const digits = String(number)
  const digit = (of: string) => {
    const weights = Array.from({ length: of.length }, (_, place) => of.length + 1 - place)
    return String(((weightedSum(of, weights) * 10) % 11) % 10)
  }
  const first = digits + digit(digits)
  return first + digit(first)
}
