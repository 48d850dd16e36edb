'use client'
import { useEffect, useState } from 'react'
import type { TypedReading } from '#components/data/typed-reading.ts'

type Read = (text: string, home: string) => TypedReading | null

/**
 * What is read in the field so far. The reader knows the phones of every country, so it is fetched at the first key
 * that is pressed and not with the page; while it is under way, or can not be had, nothing is said and the field works.
 */
export function useTypedReading(text: string, home: string): TypedReading | null {
  const [read, setRead] = useState<Read | null>(null)
  const wanted = text !== '' && read === null
  useEffect(() => {
    if (!wanted) return undefined
    let here = true
    import('#components/data/typed-reading.ts').then(
      ({ typedReading }) => here && setRead(() => typedReading),
      () => undefined,
    )
    return () => {
      here = false
    }
    // A text that changes asks again, where the network was away the first time.
  }, [wanted, text])
  return read === null ? null : read(text, home)
}
