'use client'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ProblemText } from '#components/form/problem-text.tsx'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { useDesk } from './desk-context.tsx'
import { TypedLine } from './typed-line.tsx'
import { useTypedReading } from './use-typed-reading.ts'

/**
 * One large field for everything people say. It never completes and never suggests: exact matches only.
 * What was typed stays when the look-up fails.
 */
export function LookUpField({
  callId, label, homeCountry, small = false, waits = false, second = null,
}: {
  callId: string | null
  label: string
  /** ISO 3166-1 alpha-2: whose numbers are typed without a country. */
  homeCountry: string
  small?: boolean
  /** Something else has the keyboard first, a call that Enter takes: keys sleep while a field has the focus. */
  waits?: boolean
  /** The identifier before this one is on several accounts: this one says whose they are, or begins anew. */
  second?: 'narrows' | 'afresh' | null
}) {
  const t = useTranslations('desk')
  const { actions, refresh, refreshing, noteCode, noteTyped } = useDesk()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [unfit, setUnfit] = useState<'none' | 'several' | null>(null)
  const lookUp = useAction(actions.lookUp, {
    quiet: true,
    onDone: ({ callId: lookedUpIn, fits, caseCode }) => {
      setUnfit(second === 'narrows' && fits !== 'one' ? fits : null)
      // What is about that case later in the call needs no second typing.
      noteCode(caseCode)
      noteTyped(caseCode === null ? { callId: lookedUpIn, query } : null)
      refresh()
    },
  })
  const reading = useTypedReading(query, homeCountry)
  useShortcut('/', t('keys.lookUp'), () => field.current?.focus())
  useEffect(() => {
    const { current } = field
    if (!waits) current?.focus()
    // What comes while nothing is typed has the keyboard.
    else if (current?.value === '') current.blur()
  }, [waits])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (query.trim() !== '') void lookUp.run({ callId, query, telephonyId: null, afresh: second === 'afresh' })
  }

  return (
    <form onSubmit={submit} role="search" className="mt-5 grid grid-cols-1 gap-2.5">
      <div
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 border border-field bg-surface focus-within:border-accent focus-within:shadow-[0_0_0_4px_var(--accent-wash)] ${small ? 'rounded px-3 py-1.5' : 'rounded-large px-4.5 py-3'}`}
      >
        <Search aria-hidden="true" className="size-5 flex-none text-ink-3" />
        <input
          ref={field}
          value={query}
          // The key that leads here is pressed out of habit when the field has the focus already.
          onChange={(event) => setQuery(event.target.value.replace(/^\//, ''))}
          aria-label={label}
          aria-describedby={`look-up-hint look-up-typed${lookUp.problem === null ? '' : ' look-up-error'}`}
          aria-invalid={lookUp.problem !== null || undefined}
          aria-keyshortcuts="/"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={400}
          enterKeyHint="search"
          name="query"
          className={`min-w-0 flex-1 basis-40 bg-transparent font-mono tracking-[0.02em] outline-none ${small ? 'min-h-8 text-lg' : 'min-h-10 text-[22px]/8'}`}
        />
        <TypedLine reading={reading} />
        <Button type="submit" look="primary" hint="↵" pending={lookUp.pending || refreshing} disabled={query.trim() === ''}>
          {t('idle.lookUp')}
        </Button>
      </div>
      {lookUp.problem !== null && <FieldError id="look-up-error"><ProblemText problem={lookUp.problem} /></FieldError>}
      {unfit !== null && (
        <Callout tone="warn" live>
          {t(`several.fits_${unfit}`)}
        </Callout>
      )}
      <p id="look-up-hint" className="text-xs text-ink-2">
        {second === 'narrows' ? t('several.hint') : t('idle.hint')}
      </p>
    </form>
  )
}
