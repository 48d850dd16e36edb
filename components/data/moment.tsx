'use client'
import { useFormatter } from 'next-intl'
import type { Formats } from 'next-intl'

/** A moment in the reader's own time, with the machine-readable one behind it. */
export function Moment({ at, format = 'moment' }: { at: number; format?: keyof Formats['dateTime'] }) {
  const formatter = useFormatter()
  return <time dateTime={new Date(at).toISOString()}>{formatter.dateTime(new Date(at), format)}</time>
}
