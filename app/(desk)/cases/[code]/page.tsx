import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import {
  answer, beginCallBack, callBack, cancel, dispute, doneByHand, giveUp, keep, liftHold, noData, park, placeHold,
  resolveDispute, retry, showNumber,
} from '../actions.ts'
import { CaseScreen } from './_components/case-screen.tsx'

export default async function CasePage({ params }: { params: Promise<{ code: string }> }) {
  const view = await readForPage(viewCase, { caseCode: (await params).code })
  return (
    <ClientMessages namespaces={['cases', 'calling', 'live', 'approvals', 'plan', 'audit', 'person', 'words', 'due', 'lock', 'shell']}>
      <CaseScreen
        view={view}
        actions={{
          cancel, dispute, answer, placeHold, liftHold, retry, doneByHand, keep, resolveDispute, noData, giveUp, park,
          callBack, showNumber, beginCallBack,
        }}
      />
    </ClientMessages>
  )
}
