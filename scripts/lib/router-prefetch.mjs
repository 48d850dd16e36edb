/**
 * Says a prefetch of Next's router in the header that browsers use for theirs. Next takes its own headers off before
 * `proxy.ts` sees a request, which could not tell a guess from a wish, and would let a personal page be rendered.
 *
 * @param {{ headers: Record<string, unknown>, rawHeaders: string[] }} request
 */
export function tellPrefetch({ headers, rawHeaders }) {
  const isGuess = 'next-router-prefetch' in headers || 'next-router-segment-prefetch' in headers
  if (!isGuess || 'sec-purpose' in headers) return
  headers['sec-purpose'] = 'prefetch'
  rawHeaders.push('Sec-Purpose', 'prefetch')
}
