import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { ClientMessages } from '#components/i18n/client-messages.tsx'
import { navByRole } from '#components/shell/nav.ts'
import { incomingCall } from '#server/next/incoming-call.ts'
import { currentViewer, readForPage } from '#server/next/page.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import { DeskScreen } from './_components/desk-screen.tsx'
import {
  addNote, addRepresentative, answerIncoming, askAfterErasure, beginCallBack, callBack, checkCode, checkDocument,
  checkReceipt, dismissIncoming, disputeByCode, findRefusal, foreseePlan, handOver, lookUp, nameCaller, noteProof,
  objectToCheck, openCall, optOut, park, reportLost, resumeCall, reveal, sayReceipt, sendCode, sendLink, sendStatedCode,
  setCallerLocale, setInterpreter, showNumber, submitRequest, switchSubject, takeBack, takeDown, takeOver, wrapUp,
} from './actions.ts'

const actions = {
  addNote, addRepresentative, answerIncoming, askAfterErasure, beginCallBack, callBack, checkCode, checkDocument,
  checkReceipt, dismissIncoming, disputeByCode, findRefusal, foreseePlan, handOver, lookUp, nameCaller, noteProof,
  objectToCheck, openCall, optOut, park, reportLost, resumeCall, reveal, sayReceipt, sendCode, sendLink, sendStatedCode,
  setCallerLocale, setInterpreter, showNumber, submitRequest, switchSubject, takeBack, takeDown, takeOver, wrapUp,
}

export default async function DeskPage() {
  const { role } = await currentViewer()
  // Other roles have rooms of their own; the query would refuse them, and leave an entry for a wrong turn.
  if (role !== 'agent') redirect(navByRole[role][0]?.href ?? '/')
  const view = await readForPage(viewDesk, { locale: await getLocale(), incoming: await incomingCall() })
  return (
    <ClientMessages namespaces={['shell', 'desk', 'calling', 'consent', 'person', 'words', 'due', 'lock', 'plan', 'script']}>
      <DeskScreen view={view} actions={actions} />
    </ClientMessages>
  )
}
