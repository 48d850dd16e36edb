'use client'
import { useTranslations } from 'next-intl'
import type { ConsentEventView, ConsentLaneView, NoticeView } from '#usecases/views/consent.ts'
import { Moment } from '#components/data/moment.tsx'
import { NoticeCard } from '#components/data/notice-card.tsx'
import { useHowShown } from '#components/data/use-how-shown.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Callout } from '#components/ui/callout.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** Later than this, an event was recorded so long after it happened that who asks should know. */
const soon = 7 * 86_400_000

/** One event in words: what the person did, how it was put to them, why it may not count; and its notice. */
export function ChosenEvent({
  lane, event, notices,
}: {
  lane: ConsentLaneView
  event: ConsentEventView
  notices: readonly NoticeView[]
}) {
  const t = useTranslations('consent.happened')
  const { word, called } = useWords()
  const howShown = useHowShown(notices)
  const notice = notices.find((one) => one.noticeId === event.noticeId) ?? null
  const late = event.recordedAt - event.occurredAt > soon
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        <strong>{called(lane.title)}</strong>
        <span>{word('consentState', event.state)}</span>
        <Moment at={event.occurredAt} format="day" />
        {event.defects.map((defect) => (
          <Tag key={defect.code} tone="bad">
            {word('defectShort', defect.code)}
          </Tag>
        ))}
      </div>
      <p className="text-xs text-ink-2">
        {t('done', {
          how: word('indication', event.indication),
          where: word('consentChannel', event.channel),
          shown: howShown(event),
        })}
        {late && <> {t('recordedLate', { at: event.recordedAt })}</>}
      </p>
      {event.defects.map((defect) => (
        <Callout key={defect.code} tone="bad">
          {word('defect', defect.code)}{' '}
          <span className="block text-xs font-normal">{t('source', { source: defect.legalSource })}</span>
        </Callout>
      ))}
      {notice !== null && <NoticeCard key={notice.noticeId} notice={notice} />}
    </>
  )
}
