'use client'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type {
  MessageRoomView, MessageTemplateView, RetryMessageInput, WaysOutView,
} from '#usecases/views/messages.ts'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { FailedMessages } from './failed-messages.tsx'
import { groupKinds } from './message-groups.ts'
import { MessageKind } from './message-kind.tsx'

export type RetryMessage = (input: RetryMessageInput) => Promise<ActionResult<unknown>>

/** How notices to people fare, what did not reach anybody, and the words of each kind in every language. */
export function MessageRoom({
  view, templates, ways, retry,
}: {
  view: MessageRoomView
  templates: readonly MessageTemplateView[]
  ways: WaysOutView
  retry: RetryMessage
}) {
  const t = useTranslations('messages')
  const closed = !ways.mail && !ways.sms ? 'none' : ways.mail ? 'no_sms' : 'no_mail'
  return (
    <div className="gutter grid max-w-[1000px] grid-cols-1 gap-8 py-8">
      <PageHeading below={t('text')}>
        {t('title', { failed: view.failed.length })}
        {view.waitingSince !== null && <> {t('waiting', { since: view.waitingSince })}</>}
      </PageHeading>
      <div className="grid gap-2">
        {view.isDemo && !ways.mail && !ways.sms && <Callout>{t('demo')}</Callout>}
        {!view.isDemo && !(ways.mail && ways.sms) && <Callout tone="warn">{t(`ways.${closed}`)}</Callout>}
      </div>
      {view.failed.length > 0 && <FailedMessages failed={view.failed} retry={retry} />}
      {groupKinds(templates).map(({ group, kinds }) => (
        <section key={group} aria-labelledby={`kinds-${group}`}>
          <SectionHeading id={`kinds-${group}`} aside={group === 'here' ? undefined : t('counted', { days: view.countedDays })}>
            {t(`group.${group}`)}
          </SectionHeading>
          {group === 'here' && <p className="mt-1 max-w-[74ch] text-sm text-ink-2">{t('hereText')}</p>}
          <ul className="mt-2 border-t border-line">
            {kinds.map((kind) => (
              <MessageKind
                key={kind.template}
                kind={kind}
                counts={view.counts.filter((count) => count.template === kind.template)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
