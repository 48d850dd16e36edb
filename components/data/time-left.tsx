'use client'
import { useFormatter } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How long until something is due, as a tag: red when over or within hours, amber within two days. */
export function TimeLeft({ at, now, tone }: { at: number; now: number; tone?: TagTone }) {
  const format = useFormatter()
  const left = at - now
  const found: TagTone = left < dayMs / 4 ? 'bad' : left < 2 * dayMs ? 'warn' : 'neutral'
  const far = Math.abs(left)
  const unit = far < hourMs ? 'minute' : far < dayMs ? 'hour' : 'day'
  return <Tag tone={tone ?? found}>{format.relativeTime(new Date(at), { now: new Date(now), unit })}</Tag>
}
