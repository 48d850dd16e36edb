'use client'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { FailedMessageView } from '#usecases/views/messages.ts'
import { CaseCode } from '#components/data/case-code.tsx'
import { languageName } from '#components/data/language-name.ts'
import { Moment } from '#components/data/moment.tsx'
import { useAction } from '#components/form/use-action.ts'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { say as toast } from '#components/ui/toast.tsx'
import type { RetryMessage } from './message-room.tsx'
import { useMessageText } from './use-message-text.ts'

/** What did not reach anybody, each with its reason and the way to send it again. */
export function FailedMessages({ failed, retry }: { failed: readonly FailedMessageView[]; retry: RetryMessage }) {
  const t = useTranslations('messages')
  return (
    <section aria-labelledby="failed" className="grid grid-cols-1 gap-2">
      <SectionHeading id="failed">{t('failed')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('failedText')}</p>
      <Table caption={t('failed')}>
        <thead>
          <tr>
            <Th>{t('what')}</Th>
            <Th>{t('case')}</Th>
            <Th>{t('why')}</Th>
            <Th className="max-sm:hidden">{t('made')}</Th>
            <Th>
              <span className="sr-only">{t('again')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {failed.map((message) => (
            <FailedRow key={message.notificationId} message={message} retry={retry} />
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function FailedRow({ message, retry }: { message: FailedMessageView; retry: RetryMessage }) {
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
    <tr>
      <Td>
        <strong className="block">{kindName(message.template)}</strong>
        <span className="text-xs text-ink-2">{t('by', { way: message.channel, language })}</span>
      </Td>
      <Td className="whitespace-nowrap">{message.caseCode !== null && <CaseCode code={message.caseCode} />}</Td>
      <Td className="min-w-44">{faultText(message.fault)}</Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <Moment at={message.madeAt} />
      </Td>
      <Td className="text-right">
        <Button className="-my-1" pending={pending} onClick={() => void run({ notificationId: message.notificationId })}>
          {t('again')}
          <span className="sr-only">: {kindName(message.template)}</span>
        </Button>
      </Td>
    </tr>
  )
}
