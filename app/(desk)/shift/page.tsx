import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewShift } from '#usecases/shift/view-shift.ts'
import { ShiftScreen } from './_components/shift-screen.tsx'

export default async function ShiftPage() {
  const view = await readForPage(viewShift, {})
  return (
    <ClientMessages namespaces={['shift', 'cases', 'words', 'shell']}>
      <ShiftScreen view={view} />
    </ClientMessages>
  )
}
