'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { FailedMessageView } from '#usecases/views/messages.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { languageName } from '#components/data/language-name.ts'
import { Moment } from '#components/data/moment.tsx'
import { useMessageText } from '#components/i18n/use-message-text.ts'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { RetryMessage } from './message-room.tsx'

/** What did not reach anybody, each with its reason and the way to send it again. */
export function FailedMessages({ failed, retry }: { failed: readonly FailedMessageView[]; retry: RetryMessage }) {
  const t = useTranslations('messages')
  return (
    <section aria-labelledby="failed" className="grid grid-cols-1 gap-2">
      <SectionHeading id="failed">{t('failed')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('failedText')}</p>
      <ul aria-labelledby="failed" className="border-t border-line">
        {failed.map((message) => (
          <FailedMessage key={message.notificationId} message={message} retry={retry} />
        ))}
      </ul>
    </section>
  )
}

function FailedMessage({ message, retry }: { message: FailedMessageView; retry: RetryMessage }) {
  const t = useTranslations('messages')
  const router = useRouter()
  const { kindName, faultText } = useMessageText()
  const language = languageName(message.locale, useLocale())
  const { run, pending } = useAction(retry, {
    onDone: () => {
      toast('good', t('againSay'))
      router.refresh()
    },
  })
  return (
    <li className="grid items-center gap-x-6 gap-y-1.5 border-b border-line py-(--row-y) sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <div>
        <strong className="block">{kindName(message.template)}</strong>
        <span className="text-xs text-ink-2">
          {t('by', { way: message.channel, language })} · <Moment at={message.madeAt} />
        </span>
      </div>
      <div>
        {faultText(message.fault)}
        {message.status !== null && <span className="text-sm text-ink-2"> {t('status', { status: message.status })}</span>}
        {message.caseCode !== null && (
          <span className="block text-sm">
            {t('case')} <CaseCode code={message.caseCode} />
          </span>
        )}
      </div>
      <div>
        <Button pending={pending} onClick={() => void run({ notificationId: message.notificationId })}>
          {t('again')}
          <span className="sr-only">: {kindName(message.template)}</span>
        </Button>
      </div>
    </li>
  )
}
