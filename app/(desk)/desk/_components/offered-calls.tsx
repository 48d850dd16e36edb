'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { OfferedCallLine } from '#usecases/views/desk.ts'
import { languageName } from '#components/data/language-name.ts'
import { useAction } from '#components/form/use-action.ts'
import { useShortcut } from '#components/shell/keyboard.tsx'
import { Button } from '#components/ui/button.tsx'
import { useDesk } from './desk-context.tsx'

/** Calls that colleagues hand over, in a live region: they appear while this agent waits. */
export function OfferedCalls({ lines }: { lines: readonly OfferedCallLine[] }) {
  const t = useTranslations('desk.handOver')
  return (
    <div role="status">
      {lines.length > 0 && (
        <ul aria-label={t('list')} className="mb-8 grid gap-3">
          {lines.map((line, index) => (
            <OfferedCall key={line.callId} line={line} first={index === 0} />
          ))}
        </ul>
      )}
    </div>
  )
}

function OfferedCall({ line, first }: { line: OfferedCallLine; first: boolean }) {
  const t = useTranslations('desk.handOver')
  const locale = useLocale()
  const { actions, refresh } = useDesk()
  const take = useAction(actions.takeOver, { onDone: refresh })
  const run = () => void take.run({ callId: line.callId })
  useShortcut('t', t('take'), run, first)
  const language = languageName(line.callerLocale, locale)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-large border border-accent bg-accent-wash px-4.5 py-3.5">
      <strong>{line.mine ? t('toYou', { from: line.from, language }) : t('toAnybody', { from: line.from, language })}</strong>
      <span className="min-w-0 flex-1 basis-full text-xs text-ink-2 sm:basis-48">
        {line.lineOpen ? t('comesWith', { level: line.level }) : t('comesWithout')} {t('since', { at: line.since })}
      </span>
      <Button
        look="primary"
        hint={first ? 't' : undefined}
        aria-keyshortcuts={first ? 't' : undefined}
        pending={take.pending}
        onClick={run}
      >
        {t('take')}
      </Button>
    </li>
  )
}
