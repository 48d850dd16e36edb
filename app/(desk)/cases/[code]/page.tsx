import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { readForPage } from '#server/next/page.ts'
import { viewEndedCase } from '#usecases/case/view-ended-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import {
  answer, beginCallBack, callBack, cancel, dispute, doneByHand, giveUp, keep, liftHold, nameSubjects, noData, park,
  placeHold, releaseCopy, resolveDispute, retry, sendCopyAgain, sendLink, showNumber,
} from '../actions.ts'
import { CaseScreen } from './_components/case-screen.tsx'
import { EndedCase } from './_components/ended-case.tsx'

export default async function CasePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const ended = await readForPage(viewEndedCase, { caseCode: code })
  if (ended !== null) return <EndedCase view={ended} />
  const view = await readForPage(viewCase, { caseCode: code })
  return (
    <ClientMessages
      namespaces={[
        'cases', 'calling', 'live', 'approvals', 'intake', 'messages', 'plan', 'audit', 'person', 'words', 'due',
        'lock', 'script', 'shell',
      ]}
    >
      <CaseScreen
        view={view}
        actions={{
          cancel, dispute, answer, placeHold, liftHold, retry, doneByHand, keep, resolveDispute, nameSubjects, noData,
          giveUp, park, callBack, sendLink, showNumber, beginCallBack, releaseCopy, sendCopyAgain,
        }}
      />
    </ClientMessages>
  )
}
