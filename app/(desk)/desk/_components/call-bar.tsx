'use client'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CallBarView, CallOutcome } from '#usecases/views/desk.ts'
import { languageName } from '#components/data/language-name.ts'
import { useAction } from '#components/form/use-action.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { AssuranceLadder } from '#components/ui/assurance-ladder.tsx'
import { Button } from '#components/ui/button.tsx'
import { Stopwatch } from '#components/ui/countdown.tsx'
import { useDesk } from './desk-context.tsx'
import { HandOver } from './hand-over.tsx'
import { Interpreter } from './interpreter.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { WrapUpDialog } from './wrap-up-dialog.tsx'

/** What is always in sight during a call: how long, how sure, which language, and the way out. */
export function CallBar({ call, now, outcomes }: { call: CallBarView; now: number; outcomes: readonly CallOutcome[] }) {
  const t = useTranslations('desk')
  const { say, word } = useWords()
  const format = useFormatter()
  const [noting, setNoting] = useState(false)
  const [ending, setEnding] = useState(false)
  useShortcut('n', t('keys.note'), () => setNoting(true))
  useShortcut('w', t('keys.wrapUp'), () => setEnding(true))
  const { level, by, since } = call.assurance
  return (
    <section
      aria-label={t('bar.label')}
      className="gutter top-0 z-20 flex desk:sticky flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface py-2.5 xl:flex-nowrap"
    >
      <span className="flex flex-none items-center gap-2">
        <span aria-hidden="true" className="mr-1 size-2 rounded-full bg-good shadow-[0_0_0_4px_var(--good-wash)]" />
        <strong>{t('bar.onCall')}</strong>
        <Stopwatch since={call.startedAt} now={now} />
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 xl:flex-nowrap" role="status">
        <AssuranceLadder level={level} label={t('bar.level', { level })} />
        <span className="desk:grid">
          <strong>{word('level', String(level))}</strong>{' '}
          <span className="text-xs text-ink-2">
            {level < 2 || by === null
              ? t('bar.nothingProven')
              : since === null
                ? say('assuranceBy', by)
                : t('bar.ago', { by: say('assuranceBy', by), at: since })}
          </span>
        </span>
      </span>
      <span className="flex flex-1 flex-wrap items-center justify-end gap-x-2 gap-y-1 xl:flex-none xl:flex-nowrap xl:ml-auto">
        <CallerLanguage call={call} />
        <Interpreter call={call} />
        <HandOver call={call} />
        <Button look="quiet" hint="n" aria-keyshortcuts="n" onClick={() => setNoting(true)}>
          {t('bar.note')}
          {call.notes > 0 && (
            <span className="font-normal">
              <span aria-hidden="true">{format.number(call.notes)}</span>
              <span className="sr-only">({t('bar.notes', { count: call.notes })})</span>
            </span>
          )}
        </Button>
        <Button hint="w" aria-keyshortcuts="w" onClick={() => setEnding(true)}>
          {t('bar.wrapUp')}
        </Button>
      </span>
      {noting && <NoteDialog callId={call.callId} onClose={() => setNoting(false)} />}
      {ending && <WrapUpDialog callId={call.callId} outcomes={outcomes} onClose={() => setEnding(false)} />}
    </section>
  )
}

function CallerLanguage({ call }: { call: CallBarView }) {
  const t = useTranslations('desk.bar')
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const change = useAction(actions.setCallerLocale, { onDone: refresh })
  const known = [...new Set([call.callerLocale, ...call.scriptLocales])]
  return (
    <label className="flex items-center gap-1 rounded-full bg-sunken pr-1 pl-2.5 text-xs font-medium text-ink-2">
      {t('speaks')}
      <select
        value={call.callerLocale}
        disabled={change.pending}
        onChange={(event) => void change.run({ callId: call.callId, locale: event.target.value })}
        className="min-h-6 rounded-full bg-transparent text-ink"
      >
        {known.map((code) => (
          <option key={code} value={code} className="bg-surface">
            {languageName(code, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}
