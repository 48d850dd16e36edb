/** Languages that a case code can be spelled in. */
export type SpellingLocale = 'en' | 'zh-CN'

/** ICAO's alphabet; digits as plain words, since callers are no pilots. */
const english: Readonly<Record<string, string>> = {
  0: 'Zero', 1: 'One', 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five', 6: 'Six', 7: 'Seven', 8: 'Eight',
  9: 'Nine',
  A: 'Alfa', B: 'Bravo', C: 'Charlie', D: 'Delta', E: 'Echo', F: 'Foxtrot', G: 'Golf', H: 'Hotel',
  J: 'Juliett', K: 'Kilo', M: 'Mike', N: 'November', P: 'Papa', Q: 'Quebec', R: 'Romeo', S: 'Sierra',
  T: 'Tango', V: 'Victor', W: 'Whiskey', X: 'X-ray', Y: 'Yankee', Z: 'Zulu',
}

/**
 * As hotlines in China say it: 幺 for 1 (一 is heard as 七), letters by an English word that is learnt at
 * school.
 */
const chinese: Readonly<Record<string, string>> = {
  0: '零', 1: '幺', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '七', 8: '八', 9: '九',
  A: 'Apple 的 A', B: 'Boy 的 B', C: 'Cat 的 C', D: 'Dog 的 D', E: 'Egg 的 E', F: 'Fish 的 F', G: 'Good 的 G',
  H: 'Hat 的 H', J: 'Jack 的 J', K: 'King 的 K', M: 'Mother 的 M', N: 'Nice 的 N', P: 'Pen 的 P', Q: 'Queen 的 Q',
  R: 'Red 的 R', S: 'Sun 的 S', T: 'Tea 的 T', V: 'Victory 的 V', W: 'Water 的 W', X: 'X-ray 的 X', Y: 'Yes 的 Y',
  Z: 'Zoo 的 Z',
}

/** For each of Crockford's symbols the words that say it over a bad line. */
export const spellingWords: Readonly<Record<SpellingLocale, Readonly<Record<string, string>>>> = {
  en: english,
  'zh-CN': chinese,
}
