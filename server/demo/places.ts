/** Where people of the demo live, as the law table names it. */
export type Place = 'CN' | 'FR' | 'US-CA' | 'US-NY' | 'CA' | 'BR'

/** Which of every forty people live elsewhere than in China. */
const elsewhere: Readonly<Record<number, Place>> = { 7: 'FR', 13: 'US-CA', 19: 'US-NY', 26: 'CA', 33: 'BR', 38: 'FR' }

/** Where the person of this number lives, and how many live there before them. */
export function placeOf(index: number): { readonly place: Place; readonly ordinal: number } {
  const [round, slot] = [Math.floor(index / 40), index % 40]
  const place = elsewhere[slot] ?? 'CN'
  return { place, ordinal: place === 'FR' ? round * 2 + (slot === 38 ? 1 : 0) : place === 'CN' ? index : round }
}

/** The language that the account system has for people of a place (BCP 47). */
export const localeOf = (place: Place): string => ({ CN: 'zh-CN', FR: 'fr', BR: 'pt-BR', 'US-CA': 'en', 'US-NY': 'en', CA: 'en' })[place]
