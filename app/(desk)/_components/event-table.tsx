'use client'
import { useTranslations } from 'next-intl'
import type { ConsentLaneView, NoticeView } from '#usecases/views/consent.ts'
import { DayAndClock } from '#components/data/moment.tsx'
import { useHowShown } from '#components/data/use-how-shown.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** The same events in words: the timeline's twin for those who read rather than look. */
export function EventTable({
  lanes,
  notices,
  chosen,
  onChoose,
}: {
  lanes: readonly ConsentLaneView[]
  notices: readonly NoticeView[]
  chosen: string | null
  onChoose: (eventId: string) => void
}) {
  const t = useTranslations('consent.happened')
  const { word, called } = useWords()
  const howShown = useHowShown(notices)
  const rows = lanes
    .flatMap((lane) => lane.events.map((event) => ({ lane, event })))
    .sort((a, b) => b.event.occurredAt - a.event.occurredAt)
  return (
    <details className="group" open={rows.length <= 6}>
      <summary className="min-h-6 text-xs font-medium text-ink-2">{t('events')}</summary>
      <Table caption={t('events')}>
        <thead>
          <tr>
            <Th className="pl-2">{t('when')}</Th>
            <Th>{t('what')}</Th>
            <Th>{t('how')}</Th>
            <Th>{t('notice')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ lane, event }) => (
            <tr key={event.eventId} className={event.eventId === chosen ? 'bg-accent-wash' : undefined}>
              <Td className="pl-2 whitespace-nowrap">
                <DayAndClock at={event.occurredAt} />
              </Td>
              <Td>
                <span className="font-medium">{called(lane.title)}</span>
                <span className="block text-xs text-ink-2">{word('consentState', event.state)}</span>
              </Td>
              <Td>
                <span className="text-xs text-ink-2">
                  {word('indication', event.indication)} · {word('consentChannel', event.channel)}
                  {event.noticeId !== null && <span className="block">{t('shownAs', { shown: howShown(event) })}</span>}
                </span>
                {event.defects.length > 0 && (
                  <span className="mt-0.5 flex flex-wrap gap-1">
                    {event.defects.map((defect) => (
                      <Tag key={defect.code} tone="bad">
                        {word('defectShort', defect.code)}
                      </Tag>
                    ))}
                  </span>
                )}
              </Td>
              <Td>
                {event.noticeVersion === null ? (
                  <span className="text-xs text-ink-2">{t('noNotice')}</span>
                ) : (
                  <button
                    type="button"
                    className="link min-h-6"
                    aria-pressed={event.eventId === chosen}
                    aria-label={t('show', { version: event.noticeVersion })}
                    onClick={() => onChoose(event.eventId)}
                  >
                    {event.noticeVersion}
                  </button>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}
