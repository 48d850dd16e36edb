import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listNotices } from '#usecases/notice/list-notices.ts'
import { NoticeRoom } from './_components/notice-room.tsx'
import { addNotice } from './actions.ts'

export default async function NoticesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { show, before, after } = await searchParams
  const view = await readForPage(listNotices, { show, before, after })
  return (
    <ClientMessages namespaces={['notices', 'consent', 'words', 'shell']}>
      <NoticeRoom view={view} addNotice={addNotice} />
    </ClientMessages>
  )
}
