import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listClients } from '#usecases/client/list-clients.ts'
import { ClientList } from '../_components/client-list.tsx'
import { addClient, revokeClient } from '../actions.ts'

export default async function ClientsPage() {
  const view = await readForPage(listClients, {})
  return (
    <ClientMessages namespaces={['settings', 'words', 'shell']}>
      <ClientList view={view} actions={{ addClient, revokeClient }} />
    </ClientMessages>
  )
}
