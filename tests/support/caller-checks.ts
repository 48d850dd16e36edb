import type { Capacity } from '#domain/verification/caller-check.ts'
import type { Principal } from '#usecases/actor.ts'
import { addRepresentative } from '#usecases/verification/add-representative.ts'
import { checkCode } from '#usecases/verification/check-code.ts'
import { checkAuthority, checkDocument } from '#usecases/verification/judge-check.ts'
import { listChecks } from '#usecases/verification/list-checks.ts'
import { reportContactLost } from '#usecases/verification/report-contact-lost.ts'
import { sendCode } from '#usecases/verification/send-code.ts'
import type { VerificationWay, VerificationWayView } from '#usecases/views/desk.ts'
import { callScreen } from './caller-story.ts'
import type { TestDesk } from './desk.ts'

export const hour = 3_600_000

/** A way to verify that the agent's screen shows. @throws Error when it shows none */
export async function wayOf(test: TestDesk, agent: Principal, way: VerificationWay): Promise<VerificationWayView> {
  const { person } = await callScreen(test, agent)
  const ways = person.found === 'locked' ? person.ways : person.found === 'verified' ? person.secondFactor : []
  const found = ways.find((one) => one.way === way)
  if (found === undefined) throw new Error(`the screen shows no way ${way}`)
  return found
}

/** The caller lost the phone on file, and can be reached elsewhere. */
export async function reportLost(test: TestDesk, agent: Principal, callId: string, wayId?: string) {
  const lost = wayId ?? (await wayOf(test, agent, 'code_phone')).wayId
  const input = { callId, wayId: lost, reference: 'br-2026-00417', contact: 'new@example.cn' }
  return test.desk.command(reportContactLost, input, agent)
}

/** Somebody calls for the person. */
export async function represent(
  test: TestDesk,
  agent: Principal,
  callId: string,
  capacity: Capacity = 'guardian',
) {
  const input = { callId, capacity, reference: 'CT-2026-0031', contact: '+8613700001111' }
  return test.desk.command(addRepresentative, input, agent)
}

/** A supervisor looked it up by its reference. */
export async function judged(test: TestDesk, checkId: string, fits = true, supervisor = '1'): Promise<void> {
  const by = await test.as('supervisor', supervisor)
  const { items } = await test.desk.query(listChecks, {}, by)
  const item = items.find((one) => one.checkId === checkId)
  const verb = item?.kind === 'authority' ? checkAuthority : checkDocument
  await test.desk.command(verb, { checkId, version: item?.version ?? 1, fits }, by)
}

/** Sends a code along a way of the screen and enters it. @returns the level that the call has then */
export async function passCode(test: TestDesk, agent: Principal, callId: string, wayId: string): Promise<number> {
  const { challengeId } = await sendCode.run(test.desk, { callId, wayId }, agent)
  const code = test.desk.runtime.secrets.oneTimeCode(challengeId)
  return (await checkCode.run(test.desk, { callId, challengeId, code }, agent)).level
}
