'use client'
import { useEffect, useRef } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { spellCaseCode } from '#domain/request/case-code.ts'
import type { SubmittedView } from '#usecases/views/desk.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { CaseLink } from '#components/data/case-link.tsx'
import { DueWhy } from '#components/data/due-why.tsx'
import { languageName } from '#components/data/language-name.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import { useDesk } from './desk-context.tsx'

/** After submitting: the code to say, how to spell it in the caller's language, and when they will hear. */
export function SubmittedCard({
  submitted, callerLocale, callId = null,
}: {
  submitted: SubmittedView
  callerLocale: string
  /** The call in which somebody may be steering the caller; null where the quiet key has no place. */
  callId?: string | null
}) {
  const t = useTranslations('desk.submitted')
  const { say, word, called } = useWords()
  const locale = useLocale()
  const card = useRef<HTMLElement>(null)
  const spelling = callerLocale.startsWith('zh') ? 'zh-CN' : 'en'
  useEffect(() => card.current?.focus(), [])
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={t('title')}
      className="mt-3 grid gap-3 rounded border border-good bg-good-wash px-4 py-4"
    >
      <p role="status" className="font-semibold text-good">
        {t('title')}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <CaseCode code={submitted.caseCode} large />
        <span className="text-xs text-ink-2">
          {word('kind', submitted.kind)}
          {submitted.service !== null && ` · ${called(submitted.service.name)}`}
        </span>
      </p>
      <div>
        <p className="text-xs text-ink-2">{t('spellingIn', { language: languageName(spelling, locale) })}</p>
        <ol lang={spelling} className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm">
          {spellCaseCode(submitted.caseCode, spelling).map((name, index) => (
            <li key={index}>
              <span className="mono font-semibold">{submitted.caseCode[index]}</span>{' '}
              <span className="text-ink-2">{name}</span>
            </li>
          ))}
        </ol>
      </div>
      <p className="text-sm">
        {say('next', submitted.next)} {t('due', { at: submitted.due.dueAt })} <DueWhy due={submitted.due} />
      </p>
      {submitted.outbox !== null && (
        <p className="text-sm">
          {t('outbox')}{' '}
          <a href={submitted.outbox} target="_blank" rel="noreferrer" className="link">
            {t('outboxLink')}
          </a>
        </p>
      )}
      {submitted.objection !== null && (
        <p className="text-sm">
          {t('objection')} <CaseLink code={submitted.objection} />
        </p>
      )}
      <p className="text-sm">
        {t('open')} <CaseLink code={submitted.caseCode} />
      </p>
      {callId !== null && submitted.quiet && <QuietAfter caseCode={submitted.caseCode} callId={callId} />}
    </section>
  )
}

/** The quiet key once it is submitted: named so that whoever looks on learns nothing, and answered like anything. */
function QuietAfter({ caseCode, callId }: { caseCode: string; callId: string }) {
  const t = useTranslations('desk.submitted')
  const quiet = useTranslations('calling')
  const { actions, refresh } = useDesk()
  const park = useAction(actions.park, {
    onDone: () => {
      toast('good', t('notedSay'))
      refresh()
    },
  })
  const run = () => void park.run({ caseCode, callId })
  useShortcut('q', quiet('quiet'), run, !park.pending)
  return (
    <button
      type="button" disabled={park.pending} onClick={run} aria-keyshortcuts="q"
      className="link min-h-6 justify-self-start text-xs text-ink-3"
    >
      {t('quietKey')} <Kbd>q</Kbd>
    </button>
  )
}
