'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ChoiceView, ScriptLine } from '#usecases/views/desk.ts'
import { languageName } from '#components/data/language-name.ts'
import { LockNote } from '#components/data/lock-note.tsx'
import { cx } from '#components/ui/cx.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { useChoiceTitle } from './choice-title.ts'

/**
 * "What do I lose?": everything that there is for this person side by side, to be read aloud in the caller's language,
 * each sentence with the agent's beside it. What is locked stays, and says what opens it.
 */
export function CompareDialog({
  onClose, choices,
}: {
  onClose: () => void
  choices: readonly ChoiceView[]
}) {
  const t = useTranslations('desk.now')
  const spoken = choices[0]?.script.locale ?? 'en'
  const language = languageName(spoken, useLocale())
  return (
    <Dialog open onOpenChange={onClose} title={t('compareTitle')} description={t('compareText', { language })} wide>
      <div className="grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
        {choices.map((choice) => (
          <Compared key={choice.choiceId} choice={choice} />
        ))}
      </div>
    </Dialog>
  )
}

function Compared({ choice }: { choice: ChoiceView }) {
  const called = useChoiceTitle()(choice)
  const { aloud, lock, script } = choice
  return (
    <section
      aria-label={called}
      className={cx('grid min-w-0 grid-cols-1 content-start gap-2 border-t pt-3', lock === null ? 'border-line' : 'border-dashed border-line-strong')}
    >
      <h3 className="min-w-0 font-semibold break-words">
        {aloud.title !== null && <span lang={script.locale} className="block text-lg">{aloud.title}</span>}
        {called !== aloud.title && (
          <span className={cx('block', aloud.title !== null && 'text-xs font-normal text-ink-2')}>{called}</span>
        )}
      </h3>
      {lock !== null && (
        <div className="grid gap-1 rounded bg-sunken px-3 py-2">
          {aloud.lock !== null && <p lang={script.locale}>{aloud.lock}</p>}
          <LockNote lock={lock} />
        </div>
      )}
      <ul className={cx('grid list-disc grid-cols-1 gap-1.5 pl-4', lock !== null && 'text-ink-2')}>
        {aloud.lines.map((line, index) => (
          <li key={index} className="min-w-0 break-words">
            <Said line={line} locale={script.locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One sentence to say, and the agent's own below it. */
function Said({ line, locale }: { line: ScriptLine; locale: string }) {
  return (
    <>
      <p lang={locale}>{line.say}</p>
      {line.beside !== null && <p className="text-xs text-ink-2">{line.beside}</p>}
    </>
  )
}
