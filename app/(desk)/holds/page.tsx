import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { listHolds } from '#usecases/hold/list-holds.ts'
import { HoldsScreen } from './_components/holds-screen.tsx'
import { liftHold, openCase, placeHold, reviewHold } from './actions.ts'

export default async function HoldsPage() {
  const view = await readForPage(listHolds, {})
  return (
    <ClientMessages namespaces={['holds', 'approvals', 'cases', 'words', 'shell']}>
      <HoldsScreen view={view} actions={{ open: openCase, placeHold, reviewHold, liftHold }} />
    </ClientMessages>
  )
}
