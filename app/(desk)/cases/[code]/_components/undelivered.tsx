'use client'
import { useTranslations } from 'next-intl'
import type { UndeliveredView } from '#usecases/views/messages.ts'
import { Moment } from '#components/data/moment.tsx'
import { useMessageText } from '#components/i18n/use-message-text.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** Notices about this case that reached nobody, each with its reason, and what can be done so that the person knows. */
export function Undelivered({ messages }: { messages: readonly UndeliveredView[] }) {
  const t = useTranslations('cases.undelivered')
  const { kindName, faultText } = useMessageText()
  return (
    <section aria-labelledby="undelivered" className="rounded border border-line bg-surface px-4.5 py-4">
      <SectionHeading id="undelivered">{t('title', { count: messages.length })}</SectionHeading>
      <p className="mt-1 max-w-[74ch] text-sm text-ink-2">{t('text')}</p>
      <ul aria-labelledby="undelivered" className="mt-2 border-t border-line">
        {messages.map((message, index) => (
          <li key={index} className="border-b border-line py-(--row-y) last:border-b-0">
            <strong className="font-medium">{kindName(message.template)}</strong>
            <span className="text-xs text-ink-2">
              {' '}
              · {t('by', { way: message.channel })} · <Moment at={message.madeAt} />
            </span>
            <span className="block text-sm">
              {faultText(message.fault)}
              {message.status !== null && <span className="text-ink-2"> {t('status', { status: message.status })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
