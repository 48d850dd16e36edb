'use client'
import type { ReactNode } from 'react'
import { useFormatter } from 'next-intl'
import { useWords } from '#components/i18n/use-words.ts'
import { Td } from '#components/ui/table.tsx'

/** The cell that names a system: what it is called, of which kind, and what it is to us; `children` below. */
export function SystemCell({
  system, children,
}: {
  system: { name: string; kind: string; role: string }
  children: ReactNode
}) {
  const { word } = useWords()
  return (
    <Td className="min-w-28">
      <strong>{system.name}</strong>
      <span className="block text-xs text-ink-2">
        {word('systemKind', system.kind)} · {word('systemRole', system.role)}
      </span>
      {children}
    </Td>
  )
}

/** One cell for each count of rows; the last keeps its distance from the words that follow. */
export function RowCounts({ of: counts }: { of: readonly number[] }) {
  const format = useFormatter()
  return counts.map((count, index) => (
    <Td key={index} number className={index === counts.length - 1 ? 'pr-5' : undefined}>
      {format.number(count)}
    </Td>
  ))
}
