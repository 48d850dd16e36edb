import type { Principal } from '#usecases/actor.ts'
import type { DeskCallView, DeskView } from '#usecases/views/desk.ts'
import type { SubjectInput } from '#usecases/ports/subject-store.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import type { Store } from '#usecases/ports/store.ts'
import type { TestDesk } from './desk.ts'

/** A customer since 2015, with a phone, an e-mail and an id whose check digit fits. */
export const chen: SubjectInput = {
  externalId: '20880012347735',
  identifiers: { phone: '+8613812345678', email: 'chen.jing@example.cn', national_id: 'CN:11010519491231002X' },
  name: '陈静',
  bornOn: '1949-12-31',
  locale: 'zh-CN',
  jurisdiction: 'CN',
  registeredAt: Date.parse('2015-05-05T00:00:00.000Z'),
}

/** Works on the stores of a desk directly, in one transaction: for what a test has to find there. */
export function withStore<T>({ desk }: TestDesk, work: (store: Store) => Promise<T>): Promise<T> {
  return desk.runtime.unitOfWork.write(({ store }) => work(store))
}

/** Puts a person on file as an import would have. @returns the subject's id */
export async function onFile(test: TestDesk, input: SubjectInput): Promise<string> {
  return withStore(test, async (store) => (await store.subjects.put(input, test.clock.now(), 'test')).subjectId)
}

/** The credit service of the case, its notices, and the box that was ticked for whoever looked at the review. */
export async function creditService(test: TestDesk): Promise<void> {
  const at = (text: string) => Date.parse(text)
  await withStore(test, async (store) => {
    const now = test.clock.now()
    const purposes = ['annual_review', 'credit_scoring', 'marketing']
    await store.consents.addService({ key: 'credit_scoring', restsOn: 'credit_scoring', purposes, sensitive: false }, now)
    const notice = { purpose: 'credit_scoring', locale: 'zh-CN', title: '加入', text: '我愿意加入', prominence: 'normal' }
    await store.consents.addNotice(
      { ...notice, version: '3.1', control: 'preticked_box', bundledWith: 'annual_review', validFrom: at('2018-01-01T00:00:00Z'), validTo: at('2018-01-04T00:00:00Z') },
      now,
    )
    await store.consents.addNotice(
      { ...notice, version: '3.2', control: 'unticked_box', bundledWith: null, validFrom: at('2018-01-04T00:00:01Z'), validTo: null },
      now,
    )
  })
}

/** The agent's screen of this moment. */
export const screen = (test: TestDesk, agent: Principal): Promise<DeskView> =>
  test.desk.query(viewDesk, { locale: 'en', incoming: null }, agent)

/** The agent's screen while a call goes on. */
export async function callScreen(test: TestDesk, agent: Principal): Promise<DeskCallView> {
  const view = await screen(test, agent)
  if (view.state !== 'call') throw new Error('no call goes on')
  return view
}

/** Looks somebody up. @returns the call */
export async function lookUp(
  test: TestDesk,
  agent: Principal,
  query: string,
  callId: string | null = null,
): Promise<string> {
  return (await test.desk.command(lookUpPerson, { callId, query, telephonyId: null }, agent)).callId
}

/** Sends a code to the phone on file. @returns the challenge, and the code as it was derived */
export async function codeSent(test: TestDesk, agent: Principal, callId: string) {
  const { person } = await callScreen(test, agent)
  const wayId = person.found === 'locked' ? person.ways.find((one) => one.way === 'code_phone')?.wayId : undefined
  const { challengeId } = await sendCode.run(test.desk, { callId, wayId: wayId ?? 'none' }, agent)
  return { challengeId, code: test.desk.runtime.secrets.oneTimeCode(challengeId) }
}

/** From nobody to a verified caller. @returns the call and the subject on the screen */
export async function verifiedCall(test: TestDesk, agent: Principal, query = '13812345678') {
  const callId = await lookUp(test, agent, query)
  const { challengeId, code } = await codeSent(test, agent, callId)
  await checkCode.run(test.desk, { callId, challengeId, code }, agent)
  const { person } = await callScreen(test, agent)
  if (person.found !== 'verified') throw new Error('the caller is not verified')
  return { callId, subjectId: person.person.subjectId, person }
}

/** The entries of the log, oldest first. */
export async function entriesOf({ desk }: TestDesk) {
  const rows = await desk.database.prisma.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    what: row.what,
    outcome: row.outcome,
    callId: row.callId,
    text: Buffer.from(row.bytes).toString('utf8'),
  }))
}
