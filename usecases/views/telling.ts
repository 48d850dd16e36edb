/** What somebody reads who opens the link in a message about a deletion: nothing of a person. */
export interface TellingView {
  /** BCP 47: the language of the lines. */
  locale: string
  caseCode: string
  lines: string[]
  /** Until when there is time to read it, epoch ms, and the zone that it is counted in. */
  until: number
  zone: string
  /** Whether the words say that it bars for good: then that can be objected to. */
  barred: boolean
  /** Days to change one's mind after it was approved. */
  days: number
  /** Somebody opened it before. */
  opened: boolean
}
