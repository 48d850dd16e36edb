import { settingMs } from '#domain/settings/settings.ts'
import { levelOfGrant } from '../call/level-in.ts'
import { staffActor } from '../call/own-call.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { QueryContext } from '../query.ts'
import type { CallBarView, OfferedCallLine } from '../views/desk.ts'

type Context = Pick<QueryContext<unknown>, 'store' | 'now' | 'actor'>

/** The calls that wait for this agent to take them: in which language and how sure, and nothing of whom. */
export async function offeredCalls(context: Context): Promise<OfferedCallLine[]> {
  const { store, now } = context
  const staff = staffActor(context)
  const since = now - settingMs(await store.settings.all(), 'resume_minutes')
  const offers = await store.handOvers.waitingFor(staff.humanRef, since)
  const lines = await Promise.all(offers.map(async (offer) => {
    const call = await store.calls.get(offer.callId)
    if (call === null || call.wrappedUpAt !== null || call.endedAt !== null) return []
    const grant = call.subjectId === null ? null : await store.calls.grant(call.id, call.subjectId)
    return [{
      callId: call.id,
      from: offer.offeredBy,
      mine: offer.offeredTo === staff.humanRef,
      callerLocale: call.locale,
      level: offer.lineOpen ? levelOfGrant(grant, now) : (0 as const),
      lineOpen: offer.lineOpen,
      since: offer.offeredAt,
    }]
  }))
  return lines.flat()
}

/** Whom a call can be handed to, whoever speaks its language first; and what became of an offer. */
export async function handOverOf(
  context: Context,
  call: CallRecord,
): Promise<Pick<CallBarView, 'colleagues' | 'offered' | 'interpreter'>> {
  const { store, now } = context
  const staff = staffActor(context)
  const language = call.locale.split('-')[0]
  const [offer, agents, interpreter, settings] = await Promise.all([
    store.handOvers.offer(call.id), store.staff.list(), store.handOvers.hasInterpreter(call.id), store.settings.all(),
  ])
  const colleagues = agents
    .filter((one) => one.role === 'agent' && one.status === 'active' && one.humanRef !== staff.humanRef)
    .map(({ humanRef, locale }) => ({ humanRef, locale, speaksIt: locale.split('-')[0] === language }))
  const isOpen = offer !== null && offer.offeredAt > now - settingMs(settings, 'resume_minutes')
  return {
    colleagues: colleagues.toSorted((a, b) => Number(b.speaksIt) - Number(a.speaksIt)),
    offered: isOpen ? { to: offer.offeredTo, at: offer.offeredAt, lineOpen: offer.lineOpen } : null,
    interpreter,
  }
}
