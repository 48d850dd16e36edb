import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listSettings } from '#usecases/setting/list-settings.ts'
import { ValueList } from '../_components/value-list.tsx'
import { setSetting } from '../actions.ts'

export default async function ValuesPage() {
  const view = await readForPage(listSettings, {})
  return (
    <ClientMessages namespaces={['settings', 'words', 'shell']}>
      <ValueList view={view} actions={{ setSetting }} />
    </ClientMessages>
  )
}
