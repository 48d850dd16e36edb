import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { normaliseIdentifier } from '#domain/subject/identifier.ts'
import { maskPhone } from '#domain/subject/mask.ts'
import { staffActor } from '../call/own-call.ts'
import { requestsOfCall } from '../call/requests-of-call.ts'
import { endOfCall } from '../call/resume-call.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { RequestLine } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import type { QueryContext } from '../query.ts'
import { isTheirsToMove } from '../request/theirs-to-move.ts'
import type { DeskCaseLine, DeskIdleView } from '../views/desk.ts'
import { callBacks } from './call-backs.ts'
import { offeredCalls } from './hand-over-views.ts'

type Context = Pick<QueryContext<unknown>, 'store' | 'now' | 'actor'>
type Incoming = { readonly number: string; readonly telephonyId: string | null } | null

const day = 86_400_000
const longestList = 100

/** No call goes on: what waits for this agent. Case codes and dates only, nothing of a person. */
export async function idleView(
  context: Context,
  incoming: Incoming,
  unfinished: CallRecord | null,
): Promise<DeskIdleView> {
  const { store, now } = context
  const staff = staffActor(context)
  const lines = await store.requests.ofHuman(staff.humanRef, longestList)
  const { home_country } = await store.settings.all()
  const theirs = lines.filter((line) => isTheirsToMove(line, staff.humanRef))
  const mine = await Promise.all(theirs.map(async (line) => caseLine(line, await todoOf(store, line), now)))
  return {
    state: 'idle',
    now,
    homeCountry: home_country,
    incoming: incomingView(incoming, home_country),
    offered: await offeredCalls(context),
    yoursToMove: mine.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity)),
    callBacks: await callBacks(store, staff.humanRef),
    unfinishedCall: unfinished === null ? null : await unfinishedCall(context, unfinished),
  }
}

function caseLine({ caseCode, kind, state, turnAt: at }: RequestLine, todo: Todo, now: number): DeskCaseLine {
  const tone = at === null ? 'neutral' : at < now ? 'bad' : at < now + day ? 'warn' : 'neutral'
  return { caseCode, kind, state, at, tone, todo }
}

type Todo = DeskCaseLine['todo']

async function todoOf(store: Store, { id, state, pause }: RequestLine): Promise<Todo> {
  if (pause === 'parked') {
    const stored = await store.requests.byId(id)
    return { key: stored !== null && waitsForItsPerson(stored.request) ? 'name_them' : 'call_back' }
  }
  if (state === 'returned') return { key: 'returned' }
  if (state === 'open') return { key: 'submit' }
  return state === 'awaiting_verification' ? { key: 'verify' } : { key: 'nothing' }
}

async function unfinishedCall(context: Context, call: CallRecord): Promise<DeskIdleView['unfinishedCall']> {
  const { store, now } = context
  const [latest] = await requestsOfCall(store, call.id)
  const resumeMs = settingMs(await store.settings.all(), 'resume_minutes')
  return {
    callId: call.id,
    caseCode: latest?.request.caseCode ?? null,
    startedAt: call.startedAt,
    resumable: now - (await endOfCall(context, call)) <= resumeMs,
  }
}

/** A screen pop, masked. */
export const incomingView = (incoming: Incoming, country: string): DeskIdleView['incoming'] =>
  incoming === null
    ? null
    : { maskedNumber: maskedNumber(incoming.number, country), telephonyId: incoming.telephonyId }

function maskedNumber(number: string, country: string): string {
  const read = normaliseIdentifier('phone', number, { country })
  return read.ok ? maskPhone(read.value) : '•••• ••••'
}
