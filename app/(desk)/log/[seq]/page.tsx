import { notFound } from 'next/navigation'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { SeqInput, viewEntry } from '#usecases/log/view-entry.ts'
import { LogScreen } from '../_components/log-screen.tsx'
import { exportLog } from '../actions.ts'
import { logQuery, type SearchParams } from '../log-query.ts'

export default async function LogEntryPage({
  params, searchParams,
}: {
  params: Promise<{ seq: string }>
  searchParams: SearchParams
}) {
  const { seq } = await params
  if (!SeqInput.safeParse(seq).success) notFound()
  const opened = await readForPage(viewEntry, { seq })
  const view = await readForPage(listLog, await logQuery(searchParams))
  return (
    <ClientMessages namespaces={['log', 'audit', 'words', 'shell']}>
      <LogScreen view={{ ...view, opened }} actions={{ exportLog }} />
    </ClientMessages>
  )
}
