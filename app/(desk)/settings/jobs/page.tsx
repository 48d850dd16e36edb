import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listJobs } from '#usecases/job/list-jobs.ts'
import { JobRoom } from './_components/job-room.tsx'

export default async function JobsPage() {
  const view = await readForPage(listJobs, {})
  return (
    <ClientMessages namespaces={['jobs', 'shell']}>
      <JobRoom view={view} />
    </ClientMessages>
  )
}
