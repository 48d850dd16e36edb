import { asksForCallBack } from '#domain/request/call-back.ts'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { pauseOf } from '#domain/request/pause.ts'
import { isFinal } from '#domain/request/states.ts'
import { requestsOfCall, waitingInCall } from '../call/requests-of-call.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { CallBackLine } from '../views/desk.ts'

/** A screen lists no more of them; it looks again every few seconds, and each costs questions of its own. */
const longestList = 20

/**
 * What this human promised, and every case that waits for somebody of the desk to call its person, the earliest first.
 * They stand by their code: the desk at rest has no grant to show a name under, not even a masked one.
 */
export async function callBacks(store: Store, humanRef: string): Promise<CallBackLine[]> {
  const [promised, waiting] = await Promise.all([
    store.calls.promised(humanRef, longestList),
    store.requests.toCallBack(longestList),
  ])
  const mine = (await Promise.all(promised.map((call) => promisedLines(store, call)))).flat()
  const known = new Set(mine.map(({ caseCode }) => caseCode))
  const others = waiting
    .filter(({ request }) => asksForCallBack(request) !== null && !known.has(request.caseCode))
    .toSorted((a, b) => callAt(a) - callAt(b))
    .slice(0, longestList)
  const lines = await Promise.all(others.map((stored) => waitingLine(store, stored, humanRef)))
  const once = new Map([...mine, ...lines].map((line) => [line.caseCode, line]))
  return [...once.values()].toSorted((a, b) => a.at - b.at).slice(0, longestList)
}

/** One promise, with the cases that it is about; the last one made about a case stands for it. */
async function promisedLines(store: Store, call: CallRecord): Promise<CallBackLine[]> {
  if (call.promisedAt === null || call.subjectId === null) return []
  const { promisedAt: at } = call
  const zone = await zoneOfPerson(store, call.subjectId)
  const about = [...(await requestsOfCall(store, call.id)), ...(await waitingInCall(store, call))]
  return about
    .filter(({ request }) => !isFinal(request.state))
    .map(({ request }) => ({
      caseCode: request.caseCode, at: pauseOf(request, 'parked')?.promisedAt ?? at, zone, locale: call.locale,
      promised: true, opens: true,
      callable: asksForCallBack(request) !== null,
    }))
}

/** When the person is to be called, epoch ms. */
const callAt = ({ request }: Pick<StoredRequest, 'request'>): number =>
  pauseOf(request, 'parked')?.promisedAt ?? request.promisedCallAt ?? request.openedAt

async function waitingLine(store: Store, { request, origin }: StoredRequest, humanRef: string): Promise<CallBackLine> {
  const first = request.subjects.find((one) => one.known === 'on_file')
  const call = origin.callId === null ? null : await store.calls.get(origin.callId)
  return {
    caseCode: request.caseCode,
    at: callAt({ request }),
    zone: first === undefined ? zoneOf(anywhere) : await zoneOfPerson(store, first.subjectId),
    locale: call?.locale ?? null,
    promised: false,
    opens: origin.openedBy === humanRef,
    callable: true,
  }
}

const zoneOfPerson = async (store: Store, subjectId: string): Promise<string> =>
  zoneOf((await store.subjects.get(subjectId))?.jurisdiction ?? anywhere)
