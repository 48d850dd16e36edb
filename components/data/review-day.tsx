'use client'
import type { ReactNode } from 'react'
import { Tag } from '#components/ui/tag.tsx'
import { Moment } from './moment.tsx'

/** The day of the next review; `due` is the word for one that has come, else null. */
export function ReviewDay({ at, due }: { at: number; due: ReactNode }) {
  return (
    <>
      <Moment at={at} format="mediumDay" />
      {due !== null && (
        <span className="mt-1 block">
          <Tag tone="warn">{due}</Tag>
        </span>
      )}
    </>
  )
}
