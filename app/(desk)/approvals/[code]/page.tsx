import { OpenCaseProvider } from '#components/data/case-link.tsx'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { ApprovalsScreen } from '../_components/approvals-screen.tsx'
import {
  answerObjection, approve, extend, findError, openCase, placeHold, reject, returnCase,
} from '../actions.ts'

export default async function DecisionPage({ params }: { params: Promise<{ code: string }> }) {
  const view = await readForPage(viewApprovals, { caseCode: (await params).code })
  const actions = { open: openCase, approve, answerObjection, findError, extend, returnCase, reject, placeHold }
  return (
    <ClientMessages namespaces={['approvals', 'consent', 'live', 'plan', 'words', 'due', 'lock', 'script', 'shell']}>
      <OpenCaseProvider open={openCase}>
        <ApprovalsScreen view={view} actions={actions} />
      </OpenCaseProvider>
    </ClientMessages>
  )
}
