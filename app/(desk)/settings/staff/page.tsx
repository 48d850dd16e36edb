import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listStaff } from '#usecases/staff/list-staff.ts'
import { StaffList } from '../_components/staff-list.tsx'
import { addStaff, changeRole, disableStaff } from '../actions.ts'

export default async function StaffPage() {
  const view = await readForPage(listStaff, {})
  return (
    <ClientMessages namespaces={['settings', 'words', 'shell']}>
      <StaffList view={view} actions={{ addStaff, changeRole, disableStaff }} />
    </ClientMessages>
  )
}
