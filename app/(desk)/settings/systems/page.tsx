import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listSystems } from '#usecases/system/list-systems.ts'
import { SystemList } from '../_components/system-list.tsx'
import { checkSystem, connectSystem } from '../actions.ts'

export default async function SystemsPage() {
  const view = await readForPage(listSystems, {})
  return (
    <ClientMessages namespaces={['settings', 'words', 'shell']}>
      <SystemList view={view} actions={{ checkSystem, connectSystem }} />
    </ClientMessages>
  )
}
