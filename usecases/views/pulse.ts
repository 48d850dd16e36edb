/** What a page about a case asks for every few seconds: whether it is still true, and who else looks at the case. */
export interface CasePulse {
  /** Changes with every entry of the case, and when one of them gets its number. */
  stamp: string
  /** Of the request: changes when what is decided on does. */
  version: number
  here: PresenceView[]
}

/** Somebody else who has the case open, or this reader in another tab. */
export interface PresenceView {
  /** Personnel number; null for this reader themselves. */
  who: string | null
  /** Epoch ms. */
  since: number
}
