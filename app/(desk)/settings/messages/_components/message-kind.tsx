'use client'
import { ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { MessageRoomView, MessageTemplateView, MessageWordsView } from '#usecases/views/messages.ts'
import { languageName } from '#components/data/language-name.ts'
import { useMessageText } from '#components/i18n/use-message-text.ts'
import { Tag } from '#components/ui/tag.tsx'

type Counts = MessageRoomView['counts']

/** One kind of message: how many waited, went and failed, and opened its words in every language. */
export function MessageKind({ kind, counts }: { kind: MessageTemplateView; counts: Counts }) {
  const t = useTranslations('messages')
  const { kindName } = useMessageText()
  const of = (state: Counts[number]['state']) => counts.find((one) => one.state === state)?.count ?? 0
  const [queued, sent, failed, bounced] = [of('queued'), of('sent'), of('failed'), of('bounced')]
  return (
    <li className="border-b border-line">
      <details className="group">
        <summary className="flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-(--row-y)">
          <ChevronRight aria-hidden="true" className="size-4 flex-none text-ink-3 transition-transform group-open:rotate-90" />
          <span className="min-w-0 flex-1 basis-52 font-medium">{kindName(kind.template)}</span>
          <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {failed > 0 && <Tag tone="bad">{t('failedCount', { count: failed })}</Tag>}
            {bounced > 0 && <Tag tone="bad">{t('bouncedCount', { count: bounced })}</Tag>}
            {queued > 0 && <Tag tone="info">{t('queuedCount', { count: queued })}</Tag>}
            {sent > 0 && <span className="tabular-nums">{t('sentCount', { count: sent })}</span>}
          </span>
        </summary>
        <div className="grid gap-3 pt-1 pb-4 md:grid-cols-2">
          {kind.words.map((words) => (
            <Words key={words.locale} words={words} />
          ))}
        </div>
      </details>
    </li>
  )
}

/** As it arrives, with what is filled in shown as a hole. */
function Words({ words: { locale, subject, text } }: { words: MessageWordsView }) {
  const t = useTranslations('messages')
  const { holeName } = useMessageText()
  const reader = useLocale()
  const language = languageName(locale, reader)
  return (
    <section aria-label={language} className="rounded border border-line bg-surface px-4 py-3">
      <p className="text-xs text-ink-2">
        {language} · {t('subject')} <span lang={locale}>{subject}</span>
      </p>
      <p lang={locale} className="mt-2">
        {text.split(/(\{\w+\})/).map((part, index) =>
          /^\{\w+\}$/.test(part) ? (
            <span key={index} lang={reader}>
              <Tag plain tone="info" className="align-baseline">
                {holeName(part.slice(1, -1))}
              </Tag>
            </span>
          ) : (
            part
          ),
        )}
      </p>
    </section>
  )
}
