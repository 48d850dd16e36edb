import { longDay } from '#domain/reader/long-day.ts'
import type { ScriptParams } from './fill.ts'

const says = (english: string, chinese: string) => (locale: string) => (locale.startsWith('zh') ? chinese : english)

/** An invented service, purpose, day and window, to read words by before they are published. */
export const sampleParams: ScriptParams = {
  service: says('Bicycle club', '自行车俱乐部'),
  purpose: says('the club letter', '俱乐部通讯'),
  days: 7,
  day: (locale) => longDay(locale, Date.UTC(2018, 0, 3), 'UTC'),
}
