import { scriptBook } from '#domain/script/script.ts'
import { seesNumbersFirst } from '#domain/request/numbers-first.ts'
import type { ToldResult } from '#domain/request/request.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import type { Principal } from '#usecases/actor.ts'
import { levelOfGrant } from '#usecases/call/level-in.ts'
import { openCall } from '#usecases/call/open-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { foreseePlan } from '#usecases/plan/foresee-plan.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { choiceOf, openFromCall } from '#usecases/request/open-from-call.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { checkCode, judgeCode } from '#usecases/verification/check-code.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import type { CallOutcome, ScriptView } from '#usecases/views/desk.ts'
import { caseOf } from './decisions.ts'
import type { Floor } from './floor.ts'
import type { DemoPerson } from './people.ts'
import type { DemoStaffKey } from './staff.ts'
import { says } from './words.ts'

/** What a caller asks for, and how it goes. */
export interface Asking {
  /** As the screen sends it: `deletion:credit_scoring`, `void_enrolment:credit_scoring`, `deletion:account` … */
  readonly choice: string
  readonly told?: ToldResult
  readonly words?: string
  /** The line breaks off before anything is submitted. */
  readonly dropped?: boolean
}

/** A call while it goes on. */
export interface LiveCall {
  readonly callId: string
  readonly agent: Principal
  readonly subjectId: string
}

const seconds = (floor: Floor, count: number) => floor.clock.advance(count * 1_000)
const keyOf = (floor: Floor) => floor.desk.runtime.ids.uuid().replaceAll('-', '')

/** Takes a call and looks the caller up by their phone; `what` to type something else, such as a case code. */
export async function answerCall(
  floor: Floor,
  who: DemoStaffKey,
  caller: DemoPerson,
  what = caller.phone,
): Promise<LiveCall> {
  const { desk } = floor
  const agent = await floor.as(who)
  const { callId } = await desk.command(openCall, { channel: 'phone' }, agent)
  seconds(floor, 25)
  await desk.command(lookUpPerson, { callId, query: what, telephonyId: null }, agent)
  const call = await desk.runtime.unitOfWork.read((store) => store.calls.get(callId))
  return { callId, agent, subjectId: call?.subjectId ?? '' }
}

/** A code to the phone on file, read out by the caller; first a wrong one where `wrongFirst`. */
export async function verifyCaller(floor: Floor, call: LiveCall, wrongFirst = false): Promise<void> {
  const { desk } = floor
  const { callId, agent, subjectId } = call
  const identifiers = await desk.runtime.unitOfWork.read((store) => store.subjects.identifiers(subjectId))
  const phone = identifiers.find((one) => one.type === 'phone' && one.heldTo === null)
  seconds(floor, 20)
  const { challengeId } = await sendCode.run(desk, { callId, wayId: phone?.id ?? '' }, agent)
  seconds(floor, 40)
  const code = desk.runtime.secrets.oneTimeCode(challengeId)
  const misheard = code === '135790' ? '246802' : '135790'
  if (wrongFirst) await desk.command(judgeCode, { callId, challengeId, code: misheard }, agent)
  await checkCode.run(desk, { callId, challengeId, code }, agent)
}

/** What the caller asks for is opened and submitted, in their words. @returns the case code */
export async function submitFor(floor: Floor, call: LiveCall, caller: DemoPerson, asking: Asking): Promise<string> {
  const { desk } = floor
  const isDeletion = asking.choice.startsWith('deletion')
  const script = isDeletion ? await scriptRead(floor, call, asking.choice) : null
  const book = scriptBook(caller.locale)
  const input = {
    callId: call.callId,
    subjectId: call.subjectId,
    choiceId: asking.choice,
    told: !isDeletion ? null : {
      result: asking.told ?? 'understood', scriptId: script?.scriptId, scriptVersion: script?.version ?? book.version,
      locale: book.locale, inWriting: false,
    },
    words: asking.words ?? '',
    idempotencyKey: keyOf(floor),
  }
  seconds(floor, 70)
  if (asking.dropped === true) return (await desk.command(openFromCall, input, call.agent)).caseCode
  const confirmed = await confirmedFor(floor, call, input)
  return (await submitFromCall.run(desk, { ...input, confirmed }, call.agent)).caseCode
}

/** Where something begins as it is submitted, the agent has looked at its numbers and typed the end of its code. */
async function confirmedFor(
  { desk }: Floor,
  { callId, subjectId, agent }: LiveCall,
  { choiceId, idempotencyKey }: { readonly choiceId: string; readonly idempotencyKey: string },
) {
  const { unitOfWork, clock } = desk.runtime
  const comesFirst = await unitOfWork.read(async (store) => {
    const settings = requestSettingsFrom(await store.settings.all())
    const level = levelOfGrant(await store.calls.grant(callId, subjectId), clock.now())
    return level >= 2 && seesNumbersFirst(choiceOf(choiceId).kind, settings)
  })
  if (!comesFirst) return null
  const { caseCode, plan } = await foreseePlan.run(desk, { callId, subjectId, choiceId, idempotencyKey }, agent)
  return { confirm: caseCode.slice(-5), planHash: plan.hash }
}

/** The words that stand on the agent's screen for a choice, in the caller's language. */
async function scriptRead({ desk }: Floor, { agent }: LiveCall, choice: string): Promise<ScriptView | null> {
  const view = await desk.query(viewDesk, { locale: 'en', incoming: null }, agent)
  if (view.state !== 'call' || view.person.found !== 'verified') return null
  return view.person.choices.find((one) => one.choiceId === choice)?.script ?? null
}

/** Ends the call with its outcome. */
export async function endCall(
  floor: Floor,
  { callId, agent }: LiveCall,
  outcome: CallOutcome,
  more: { readonly note?: string; readonly callBackAt?: number } = {},
): Promise<void> {
  seconds(floor, 30)
  await floor.desk.command(wrapUpCall, { callId, outcome, note: more.note ?? '', callBackAt: more.callBackAt ?? null }, agent)
}

/** The whole of a usual call: looked up, verified, submitted, wrapped up. @returns the case code */
export async function callAndAsk(floor: Floor, who: DemoStaffKey, caller: DemoPerson, asking: Asking): Promise<string> {
  const call = await answerCall(floor, who, caller)
  await verifyCaller(floor, call)
  const caseCode = await submitFor(floor, call, caller, asking)
  await endCall(floor, call, 'request_opened')
  return caseCode
}

/** Somebody calls about a case that was opened in their name: that was not me. */
export async function callAndDispute(
  floor: Floor,
  who: DemoStaffKey,
  caller: DemoPerson,
  caseCode: string,
): Promise<void> {
  const call = await answerCall(floor, who, caller)
  await verifyCaller(floor, call)
  const { version } = await caseOf(floor, caseCode)
  const input = { caseCode, version, callId: call.callId, words: says(caller, 'notMe') }
  await floor.desk.command(disputeRequest, input, call.agent)
  await endCall(floor, call, 'question_answered')
}
