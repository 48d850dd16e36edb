'use client'
import type { ReactNode } from 'react'
import type { TextPart } from '#domain/consent/word-changes.ts'

/** Two texts in one, with what went struck out and what came underlined. `shown` draws each piece. */
export function ChangedWords({
  parts, locale, label, shown = (text) => text,
}: {
  parts: readonly TextPart[]
  /** BCP 47, of the words. */
  locale: string
  label: string
  shown?: (text: string) => ReactNode
}) {
  return (
    <div role="group" aria-label={label}>
      <h3 className="text-sm font-medium">{label}</h3>
      <p lang={locale} className="mt-1 max-w-[74ch] rounded bg-sunken px-3.5 py-2.5 break-words whitespace-pre-wrap">
        {parts.map(({ kind, text }, index) =>
          kind === 'removed' ? (
            <del key={index} className="bg-bad-wash text-bad">
              {shown(text)}
            </del>
          ) : kind === 'added' ? (
            <ins key={index} className="bg-good-wash text-good [del+&]:ml-1">
              {shown(text)}
            </ins>
          ) : (
            <span key={index}>{shown(text)}</span>
          ),
        )}
      </p>
    </div>
  )
}
