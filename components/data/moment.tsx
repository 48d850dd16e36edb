'use client'
import { useFormatter } from 'next-intl'
import type { formats } from '#domain/reader/formats.ts'

/** A moment in the reader's own time, with the machine-readable one behind it. */
export function Moment({ at, format = 'moment' }: { at: number; format?: keyof (typeof formats)['dateTime'] }) {
  const formatter = useFormatter()
  return <time dateTime={new Date(at).toISOString()}>{formatter.dateTime(new Date(at), format)}</time>
}
