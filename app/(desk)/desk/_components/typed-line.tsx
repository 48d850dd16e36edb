'use client'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import type { TypedReading } from '#components/data/typed-reading.ts'
import { countryName } from '#components/data/country-name.ts'
import { Tag } from '#components/ui/tag.tsx'

/** A pause in typing, after which what is read is said aloud: counted down at each key it would never end. */
const pauseMs = 500

/** What is read in the field, for the eye at once and for the ear after a pause. */
export function TypedLine({ reading }: { reading: TypedReading | null }) {
  const kindOf = useKind()
  const kind = reading === null ? '' : kindOf(reading)
  return (
    <>
      {reading !== null && (
        <span aria-hidden="true" className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs">
          <span className="mono text-ink-2">{reading.readBack}</span>
          <Tag plain tone={reading.wrong ? 'bad' : 'neutral'}>
            {kind}
          </Tag>
        </span>
      )}
      <Aloud kind={kind} value={reading?.readBack ?? null} />
    </>
  )
}

function useKind() {
  const t = useTranslations('desk.typed')
  const locale = useLocale()
  return ({ key, country, callingCode, missing }: TypedReading): string => {
    const place = country === null ? (callingCode ?? t('anywhere')) : countryName(country, locale)
    return t(key, { country: place, missing })
  }
}

function Aloud({ kind, value }: { kind: string; value: string | null }) {
  const t = useTranslations('desk.typed')
  const text = value === null ? kind : t('readBack', { kind, value })
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span id="look-up-typed" aria-live="polite" className="sr-only">
      {said}
    </span>
  )
}
