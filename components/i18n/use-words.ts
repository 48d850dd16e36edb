'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Messages } from 'next-intl'
import { anyMessage } from './any-message.ts'
import { useNames } from './names.tsx'

type Group = keyof Messages['words']

/** What a view calls a sentence: see `usecases/views/phrase.ts`. */
interface Phrase {
  key: string
  params?: Readonly<Record<string, string | number | readonly string[]>> | undefined
}

/**
 * The product's own words by code, in the reader's language. A code that has no word yet shows as it is, so that
 * nothing is hidden by a missing translation.
 */
export function useWords() {
  const t = useTranslations('words')
  const format = useFormatter()
  const called = useNames()

  /** Calendar dates come as text without a zone; they are days, not moments. Of several things each is named. */
  function shown(name: string, value: string | number | readonly string[]): string | number {
    if (typeof value === 'object') return format.list(value)
    if (typeof value === 'string' && (name === 'service' || name === 'purpose')) return called(value)
    const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    return isDate ? format.dateTime(new Date(`${value}T00:00:00Z`), { ...day, timeZone: 'UTC' }) : value
  }

  return {
    /** A sentence with what fills it. */
    say: (group: Group, phrase: Phrase): string => {
      const key = phrase.key.startsWith(`${group}.`) ? phrase.key : `${group}.${phrase.key}`
      const params = Object.entries(phrase.params ?? {}).map(([name, value]) => [name, shown(name, value)])
      return anyMessage(t, key, Object.fromEntries(params)) ?? phrase.key
    },
    /** What a service or a purpose is called, from what a view calls it. */
    called,
    /** The word of a code. */
    word: (group: Group, code: string): string => anyMessage(t, `${group}.${code}`) ?? code,
  }
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
