import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listStaff } from '#usecases/staff/list-staff.ts'
import { listDeputies } from '#usecases/staff/list-deputies.ts'
import { Deputies } from '../../_components/deputies.tsx'
import { StaffList } from '../_components/staff-list.tsx'
import { addStaff, changeRole, disableStaff, endDeputy, nameDeputy } from '../actions.ts'

export default async function StaffPage() {
  const [view, deputies] = await Promise.all([readForPage(listStaff, {}), readForPage(listDeputies, {})])
  return (
    <ClientMessages namespaces={['settings', 'deputies', 'words', 'shell']}>
      <StaffList view={view} actions={{ addStaff, changeRole, disableStaff }} />
      <div className="gutter max-w-[1100px] pb-10">
        <Deputies view={deputies} actions={{ nameDeputy, endDeputy }} />
      </div>
    </ClientMessages>
  )
}
