import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listChecks } from '#usecases/verification/list-checks.ts'
import { authority, document, open, settle } from './actions.ts'
import { ChecksScreen } from './_components/checks-screen.tsx'

export default async function ChecksPage() {
  const view = await readForPage(listChecks, {})
  return (
    <ClientMessages namespaces={['checks', 'words', 'person', 'lock', 'shell']}>
      <ChecksScreen view={view} actions={{ open, document, authority, settle }} />
    </ClientMessages>
  )
}
