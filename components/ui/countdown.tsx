'use client'
import { useNow } from './use-now.ts'

/** Minutes and seconds as `06:42`, hours before them where there are any. Never negative. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Time that is left until `until`. A timer is silent for screen readers unless asked. */
export function Countdown({ until, now }: { until: number; now: number }) {
  return (
    <span role="timer" className="mono">
      {clockText(until - useNow(now))}
    </span>
  )
}

/** Time that has passed since `since`. */
export function Stopwatch({ since, now }: { since: number; now: number }) {
  return (
    <span role="timer" className="mono">
      {clockText(useNow(now) - since)}
    </span>
  )
}
