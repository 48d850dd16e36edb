/** A notice's words where a box stood among them: what stood before it, and what stood beside it. */
export interface BoxInText {
  readonly before: string
  readonly beside: string
}

/**
 * Reads the sign of a box (☐, ☑, ☒) out of a notice's text. What follows it is what the person agreed to, and is drawn
 * beside the control. The sign itself is not shown: few fonts have it, and how the control stood is on record apart.
 *
 * @returns null where there is no such sign, or more than one
 */
export function boxInText(text: string): BoxInText | null {
  const [before, beside, ...more] = text.split(/[☐☑☒]/u).map((part) => part.trim())
  return before === undefined || beside === undefined || beside === '' || more.length > 0 ? null : { before, beside }
}
