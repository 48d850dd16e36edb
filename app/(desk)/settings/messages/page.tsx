import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { container } from '#server/container.ts'
import { readForPage } from '#server/next/page.ts'
import { messageTemplates } from '#server/notify/message-words.ts'
import { listMessages } from '#usecases/notification/list-messages.ts'
import { MessageRoom } from './_components/message-room.tsx'
import { retryMessage } from './actions.ts'

export default async function MessagesPage() {
  const { config } = await container()
  const view = await readForPage(listMessages, {})
  const ways = { mail: config.smtp !== null, sms: config.smsWebhook !== null }
  return (
    <ClientMessages namespaces={['messages', 'shell']}>
      <MessageRoom view={view} templates={messageTemplates()} ways={ways} retry={retryMessage} />
    </ClientMessages>
  )
}
