'use client'
import { useTranslations } from 'next-intl'
import type { WhatIfClock, WhatIfView } from '#usecases/views/laws.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { usePlaceName } from '../../_components/use-place-name.ts'
import { useLawText } from './use-law-text.ts'

/** The dates in one sentence, then every clock line by line, the one that counts first. */
export function WhatIfAnswer({ answer }: { answer: WhatIfView }) {
  const t = useTranslations('laws')
  const due = useTranslations('due')
  const { word } = useWords()
  const placeName = usePlaceName()
  const { day } = useLawText()
  const { clocks, acknowledge, extensions } = answer
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      <div>
        <p className="text-lg font-semibold">{t('dueOn', { day: day(answer.dueOn), zone: answer.zone })}</p>
        <p className="text-ink-2">
          {t('asked', {
            kind: word('kind', answer.kind), place: placeName(answer.jurisdiction), day: day(answer.receivedOn),
          })}
        </p>
        <ul className="mt-2 list-disc pl-5">
          <li>{t('decideBy', { at: answer.decideBy })}</li>
          {extensions.map(({ reason, dueOn }) => (
            <li key={reason}>{t('extendedTo', { reason, day: day(dueOn) })}</li>
          ))}
          {extensions.length === 0 && <li>{t('noExtension')}</li>}
          <li>{t(`say.mark.${answer.mark}`)}</li>
        </ul>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        {clocks.map((clock, index) => (
          <ClockLines key={clock.row} clock={clock} title={t(index === 0 ? 'counts' : 'runsToo', { law: word('law', clock.law) })} />
        ))}
        {acknowledge.map((clock) => (
          <ClockLines key={`ack-${clock.row}`} clock={clock} title={t('toConfirm', { law: word('law', clock.law) })} />
        ))}
      </div>
      <p className="text-xs text-ink-2">{due('confirm')}</p>
    </div>
  )
}

function ClockLines({ clock, title }: { clock: WhatIfClock; title: string }) {
  const { say } = useWords()
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      <p className="text-xs text-ink-3">{clock.citation}</p>
      <ol className="mt-1">
        {clock.lines.map((line, index) => (
          <li key={index} className="border-b border-line py-1.5 last:border-0 last:font-semibold">
            {say('due', line)}
          </li>
        ))}
      </ol>
    </section>
  )
}
