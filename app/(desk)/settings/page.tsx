import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { container } from '#server/container.ts'
import { readForPage } from '#server/next/page.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { SetUpList } from './_components/set-up-list.tsx'

export default async function SetUpPage() {
  const { config } = await container()
  const view = await readForPage(viewSetUp, { mail: config.smtp !== null, sms: config.smsWebhook !== null })
  return (
    <ClientMessages namespaces={['settings', 'words', 'shell']}>
      <SetUpList view={view} />
    </ClientMessages>
  )
}
