import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { LogScreen } from './_components/log-screen.tsx'
import { exportLog } from './actions.ts'
import { logQuery, type SearchParams } from './log-query.ts'

export default async function LogPage({ searchParams }: { searchParams: SearchParams }) {
  const view = await readForPage(listLog, await logQuery(searchParams))
  return (
    <ClientMessages namespaces={['log', 'audit', 'words', 'shell']}>
      <LogScreen view={view} actions={{ exportLog }} />
    </ClientMessages>
  )
}
