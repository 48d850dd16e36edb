import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

/**
 * A table that scrolls by itself where the page is too narrow, so that nothing else has to.
 * `caption` names it for screen readers.
 */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className="relative overflow-x-auto" role="group" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** Heading of a column. */
export function Th({ number = false, className, ...rest }: ComponentProps<'th'> & { number?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        'border-b border-line py-1.5 pr-3 text-left align-bottom text-xs font-medium whitespace-nowrap text-ink-3',
        number && 'text-right',
        className,
      )}
    />
  )
}

/** A cell; `number` sets it to the right in tabular figures. */
export function Td({ number = false, className, ...rest }: ComponentProps<'td'> & { number?: boolean }) {
  return (
    <td
      {...rest}
      className={cx(
        'border-b border-line py-(--row-y) pr-3 align-top',
        number && 'text-right tabular-nums',
        className,
      )}
    />
  )
}
