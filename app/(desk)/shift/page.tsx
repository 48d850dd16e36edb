import { OpenCaseProvider } from '#components/data/case-link.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewShift } from '#usecases/shift/view-shift.ts'
import { ShiftScreen } from './_components/shift-screen.tsx'
import { openCase } from './actions.ts'

export default async function ShiftPage() {
  const view = await readForPage(viewShift, {})
  return (
    <ClientMessages namespaces={['shift', 'cases', 'words', 'shell']}>
      <OpenCaseProvider open={openCase}>
        <ShiftScreen view={view} />
      </OpenCaseProvider>
    </ClientMessages>
  )
}
