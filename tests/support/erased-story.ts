import { checkReceipt } from '#usecases/erased/check-receipt.ts'
import { checkDocument } from '#usecases/erased/check-document.ts'
import { sendStatedCode } from '#usecases/verification/send-stated-code.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import type { Principal } from '#usecases/actor.ts'
import type { ErasedPersonView } from '#usecases/views/desk.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { callScreen, lookUp } from './caller-story.ts'
import { day, openErasureStory, type ErasureStory } from './erasure-story.ts'

/** Somebody with a national id, who joined of her own will and has her account deleted. */
export const mei = {
  externalId: 'acc-mei', phone: '+8613812345678', email: 'mei@example.cn', nationalId: 'CN:11010519491231002X', name: '梅',
} as const

export interface ErasedStory extends ErasureStory {
  readonly erased: { readonly requestId: string; readonly caseCode: string; readonly receipt: string }
  /** The only entry of the registry that the deletion left. */
  readonly entryId: string
  /** A call in which nobody is found. */
  nobodyFound(agent: Principal, query?: string): Promise<string>
  /** A code to a stated contact, read back rightly. */
  codeReadBack(agent: Principal, callId: string, contact: string): Promise<void>
  /** The screen of somebody who was erased and is known again. */
  known(agent: Principal): Promise<ErasedPersonView>
}

/** A year after Mei's account was deleted. */
export async function openErasedStory(kind: DatabaseKind, jurisdiction = 'CN'): Promise<ErasedStory> {
  const story = await openErasureStory(kind)
  await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
  const subjectId = await onFileWithConsent(story, { ...mei, jurisdiction })
  const { caseCode, id: requestId } = await story.askFor('deletion:account', subjectId)
  await story.approve(caseCode)
  await story.work(7 * day)
  await story.work(day)
  if ((await story.stateOf(caseCode)) !== 'completed') throw new Error('the deletion is not complete')
  const [certificate] = await story.inStore((store) => store.erasure.certificates(requestId))
  const [entry] = await story.inStore((store) => store.registry.ofRequest(requestId))
  story.clock.advance(365 * day)
  return {
    ...story,
    erased: { requestId, caseCode, receipt: story.desk.runtime.secrets.receipt(certificate?.id ?? '') },
    entryId: entry?.id ?? '',
    nobodyFound: (agent, query = mei.phone) => lookUp(story, agent, query),
    codeReadBack: (agent, callId, contact) => readCodeBack(story, agent, callId, contact),
    async known(agent) {
      const { person } = await callScreen(story, agent)
      if (person.found !== 'erased') throw new Error(`the screen shows ${person.found}`)
      return person
    },
  }
}

/** A code to a stated contact, read back rightly. */
export async function readCodeBack(
  story: ErasureStory,
  agent: Principal,
  callId: string,
  contact: string,
): Promise<void> {
  const { challengeId } = await sendStatedCode.run(story.desk, { callId, contact }, agent)
  const code = story.desk.runtime.secrets.oneTimeCode(challengeId)
  await checkCode.run(story.desk, { callId, challengeId, code }, agent)
}

/** Puts somebody on file who joined the credit service by an own choice. @returns the subject's id */
export async function onFileWithConsent(
  story: ErasureStory,
  person: {
    externalId: string; phone?: string; email: string; nationalId: string | null; name: string; jurisdiction?: string
  },
): Promise<string> {
  const at = story.clock.now() - 300 * day
  return story.inStore(async (store) => {
    const { externalId, phone, email, nationalId, name, jurisdiction = 'CN' } = person
    const { subjectId } = await store.subjects.put(
      {
        externalId, name, bornOn: '1949-12-31', locale: 'zh-CN', jurisdiction, registeredAt: at,
        identifiers: {
          email,
          ...(phone === undefined ? {} : { phone }),
          ...(nationalId === null ? {} : { national_id: nationalId }),
        },
      },
      story.clock.now(), 'test',
    )
    await store.consents.append({
      subjectId, purpose: 'credit_scoring', noticeVersion: '3.2', state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
      occurredAt: at, eventId: `joined-${externalId}`, evidenceRef: null, concerns: null,
    }, story.clock.now(), 'test')
    return subjectId
  })
}

/** The receipt, said by the caller. */
export const sayReceiptOf = (story: ErasedStory, agent: Principal, callId: string, receipt = story.erased.receipt) =>
  checkReceipt.run(story.desk, { callId, receipt }, agent)

/** The number of a document that was seen elsewhere. */
export const showDocument = (story: ErasedStory, agent: Principal, callId: string, number: string = mei.nationalId) =>
  checkDocument.run(story.desk, { callId, number, reference: 'BRANCH 12' }, agent)
