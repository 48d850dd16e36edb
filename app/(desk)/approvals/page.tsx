import { OpenCaseProvider } from '#components/data/case-link.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { listDeputies } from '#usecases/staff/list-deputies.ts'
import { Deputies } from '../_components/deputies.tsx'
import { ApprovalsScreen } from './_components/approvals-screen.tsx'
import {
  answerObjection, approve, endDeputy, extend, findError, nameDeputy, openCase, placeHold, reject, returnCase,
} from './actions.ts'

export default async function ApprovalsPage({
  searchParams,
}: {
  searchParams: Promise<{ only?: string; show?: string }>
}) {
  const { only = 'all', show } = await searchParams
  const [view, deputies] = await Promise.all([
    readForPage(viewApprovals, { caseCode: null, only, show }),
    readForPage(listDeputies, {}),
  ])
  const actions = { open: openCase, approve, answerObjection, findError, extend, returnCase, reject, placeHold }
  return (
    <ClientMessages namespaces={['approvals', 'consent', 'live', 'deputies', 'plan', 'words', 'due', 'lock', 'script', 'shell']}>
      <OpenCaseProvider open={openCase}>
        <ApprovalsScreen view={view} actions={actions}>
          <Deputies view={deputies} actions={{ nameDeputy, endDeputy }} />
        </ApprovalsScreen>
      </OpenCaseProvider>
    </ClientMessages>
  )
}
