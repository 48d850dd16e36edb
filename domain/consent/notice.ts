/** How a choice was put before the person (domain.md §3, Notice). */
export const controls = ['unticked_box', 'preticked_box', 'button', 'spoken', 'paper', 'none'] as const
export type Control = (typeof controls)[number]

/**
 * How easily the choice was seen. Files may bring codes of their own: those count as neither good nor bad.
 */
export const prominences = ['prominent', 'normal', 'low', 'hidden'] as const
const tooLow: ReadonlySet<string> = new Set(['low', 'hidden', 'small', 'footer', 'fine_print'])

/** Whether a choice of this prominence was easily overlooked. */
export const isEasilyOverlooked = (prominence: string): boolean => tooLow.has(prominence)

/** What was shown to a person for one purpose, in one language. Times are epoch ms. */
export interface Notice {
  readonly purpose: string
  readonly version: string
  readonly locale: string
  readonly textSha256: string
  readonly control: Control
  /** One of `prominences`, or a code of the operator's own. */
  readonly prominence: string
  /** Another purpose that could not be chosen apart, or null. */
  readonly bundledWith: string | null
  readonly validFrom: number
  /** The last moment at which it was shown; null while it still is. */
  readonly validTo: number | null
}

/**
 * The notice that a person was shown: of this purpose and version, in their language if there is one, else
 * the first by language. Null when none is on file, which is a defect of whatever rests on it.
 */
export function noticeShown(
  notices: readonly Notice[],
  shown: { readonly purpose: string; readonly noticeVersion: string | null },
  locale: string | null,
): Notice | null {
  const versions = notices
    .filter((notice) => notice.purpose === shown.purpose && notice.version === shown.noticeVersion)
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1))
  return versions.find((notice) => notice.locale === locale) ?? versions[0] ?? null
}
