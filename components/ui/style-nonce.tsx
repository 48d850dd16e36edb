'use client'

/**
 * Lets the primitives' scroll lock write its style element under the page's policy: it looks for the
 * nonce in this global, a convention it shares with bundlers.
 */
export function StyleNonce({ nonce }: { nonce: string }) {
  if (typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: nonce })
  return null
}
