/** What a case's page asks for every few seconds: whether to show itself anew, and who else looks at it. */
export interface CasePulse {
  /** Changes with every entry of the case, and when one of them gets its number. */
  stamp: string
  here: PresenceView[]
}

/** Somebody else who has the case open, or this reader in another tab. */
export interface PresenceView {
  /** Personnel number; null for this reader themselves. */
  who: string | null
  /** Epoch ms. */
  since: number
}
