import { placeHold } from '#usecases/hold/place-hold.ts'
import type { StoredRequest } from '#usecases/ports/request-store.ts'
import { answerRequest } from '#usecases/request/answer-request.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { returnRequest } from '#usecases/request/return-request.ts'
import type { HoldBasisCode } from '#usecases/views/hold-codes.ts'
import type { Floor } from './floor.ts'
import type { DemoStaffKey } from './staff.ts'

/** The case as it stands now, as somebody who opens it sees it. */
export async function caseOf({ desk }: Floor, caseCode: string): Promise<StoredRequest['request']> {
  const stored = await desk.runtime.unitOfWork.read((store) => store.requests.byCaseCode(caseCode))
  if (stored === null) throw new Error('no such case in the demo')
  return stored.request
}

/** Approves exactly the plan that lies there, typing the last five characters of the code. */
export async function approve(floor: Floor, who: DemoStaffKey, caseCode: string): Promise<void> {
  const { version, planHash } = await caseOf(floor, caseCode)
  const input = { caseCode, version, planHash, confirm: caseCode.slice(-5) }
  await floor.desk.command(approveRequest, input, await floor.as(who))
}

/** Sends it back to an agent with a question. */
export async function returnTo(
  floor: Floor,
  who: DemoStaffKey,
  caseCode: string,
  back: { readonly to: DemoStaffKey; readonly question: string },
): Promise<void> {
  const { version } = await caseOf(floor, caseCode)
  const input = { caseCode, version, toStaffId: await floor.staffId(back.to), question: back.question }
  await floor.desk.command(returnRequest, input, await floor.as(who))
}

/** The agent's answer to such a question. */
export async function answer(floor: Floor, who: DemoStaffKey, caseCode: string, words: string): Promise<void> {
  const { version } = await caseOf(floor, caseCode)
  await floor.desk.command(answerRequest, { caseCode, version, answer: words }, await floor.as(who))
}

/** Rejects with a coded reason and its ground. */
export async function reject(
  floor: Floor,
  who: DemoStaffKey,
  caseCode: string,
  why: { readonly code: string; readonly ground: string; readonly text: string },
): Promise<void> {
  const { version } = await caseOf(floor, caseCode)
  await floor.desk.command(rejectRequest, { caseCode, version, ...why }, await floor.as(who))
}

/** Holds everything of whom the case names, to be looked at again at `reviewAt` (epoch ms). */
export async function hold(
  floor: Floor,
  who: DemoStaffKey,
  caseCode: string,
  why: { readonly basisCode: HoldBasisCode; readonly basis: string; readonly reviewAt: number },
): Promise<void> {
  const reviewOn = new Date(why.reviewAt).toISOString().slice(0, 10)
  const { basisCode, basis } = why
  await floor.desk.command(placeHold, { caseCode, covers: 'everything', basisCode, basis, reviewOn }, await floor.as(who))
}
