import { zoneOf } from '#domain/law/jurisdiction.ts'
import { endOfLocalDay, localDateOf } from '#domain/law/local-day.ts'
import { staffActor } from '../call/own-call.ts'
import { command, type CommandContext } from '../command.ts'
import { sealedMs } from '../erasure/sealed-span.ts'
import { invalidInput } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import { committedLookUp, matchReadings, readingsOf } from '../person/look-up-person.ts'
import { aboutRequest } from '../request/carry-out.ts'
import { freshCaseCode } from '../request/fresh-case-code.ts'
import { keepTyped } from '../request/keep-typed.ts'
import { openRequest } from '../request/open.ts'
import { notePossible, possibleFor } from '../request/possible-people.ts'
import { requestActor } from '../request/request-actor.ts'
import { transition, type Transition } from '../request/transition.ts'
import { statedContact } from '../verification/stated-contact.ts'
import { intakeInput, type IntakeInput } from '../views/intake-input.ts'
import type { TakenIn } from '../views/intake.ts'
import { whatItNames } from './what-it-names.ts'

/**
 * Takes a request in that came by letter, at a branch or by e-mail: the person is looked up exactly as in a call, the
 * law counts from the day it reached us, and it waits for the person to be verified. Where nobody fits, the requester's
 * own contact is sealed beside the case, for the one letter that answers them; where several people do, a second
 * identifier says which of them is meant (request/name-subjects.ts).
 */
export const recordIntake = command({
  name: 'intake.record',
  permission: 'intake.record',
  input: intakeInput,
  async run(context) {
    const { input, store, now, ids } = context
    const staff = staffActor(context)
    const known = await store.requests.byOpeningKey(input.idempotencyKey)
    if (known !== null) {
      const { id, caseCode, subjects, version } = known.request
      const hasContact = (await store.erasure.sealed(id, 'contact', null)) !== null
      const several = (await possibleFor(store, id)) !== null
      const found = subjects.length > 0 ? 'one' : several ? 'several' : 'none'
      const value: TakenIn = { caseCode, version, found, hasContact }
      return { value, events: [{ what: 'request.opened_again', case: caseCode }] }
    }
    // Where whoever wrote can be answered, as it is sealed; null where they gave nothing.
    const contact = input.contact === '' ? null : { ...(await statedContact(store, input.contact)), locale: input.locale }
    const { reading, subjectIds } = await matchReadings(store, await readingsOf(store, input.query))
    const found = subjectIds.length === 0 ? 'none' : subjectIds.length === 1 ? 'one' : 'several'
    const [only] = subjectIds
    const subjectId = found === 'one' && only !== undefined ? only : null
    const jurisdiction = subjectId === null ? null : ((await store.subjects.get(subjectId))?.jurisdiction ?? null)
    const named = await whatItNames(context, subjectId)
    const receivedAt = await receivedAtOf(context, jurisdiction)
    const intakeId = ids.uuid()
    await store.calls.addIntake({
      id: intakeId, channel: input.channel, receivedAt, recordedAt: now, recordedBy: staff.humanRef, subjectId,
    })
    const opened = await openRequest(context, {
      kind: input.kind,
      ...named,
      subjects: subjectId === null ? [] : [{ subjectId, known: 'on_file' }],
      source: { type: 'intake', ref: intakeId },
      askedByPerson: true,
      told: null,
      receivedAt,
      caseCode: freshCaseCode(ids),
      origin: {
        openedBy: staff.humanRef,
        channel: input.channel,
        jurisdiction,
        callId: null,
        intakeId,
        openingKey: input.idempotencyKey,
      },
    })
    const { request } = opened
    if (contact !== null) {
      const text = JSON.stringify(contact)
      await store.erasure.seal({ requestId: request.id, kind: 'contact', system: null, text, expiresAt: now + sealedMs })
    }
    if (found === 'several') await notePossible(store, request.id, subjectIds, now)
    await keepTyped(context, request, 'caller_words', input.words)
    // Nobody was verified by a letter: it waits, and a deletion for being told as well.
    const stored = await store.requests.byId(request.id)
    // Only to say no takes no proof at all: that goes on by itself once its plan is known.
    const goesOn = named.purpose?.optOut === true && subjectId !== null
    const event = { type: 'submit', at: now, by: requestActor(context.actor) } as const
    const waiting = stored === null || goesOn ? null : await transition(context, stored, event)
    const said = subjectId === null && contact === null ? null : await acknowledged(context, request.id)
    const data = { channel: input.channel, received_on: input.receivedOn, by: reading.kind, matches: found }
    const taken: AuditEvent = {
      what: 'intake.recorded',
      case: request.caseCode,
      subjects: subjectIds,
      data,
      commit: { identifier: await committedLookUp(context, reading, subjectId) },
    }
    const version = (await store.requests.byId(request.id))?.request.version ?? request.version
    const value: TakenIn = { caseCode: request.caseCode, version, found, hasContact: contact !== null }
    return {
      value,
      events: [taken, ...opened.events, ...(waiting?.events ?? []), ...(said?.events ?? [])],
      jobs: [
        ...opened.jobs, ...(waiting?.jobs ?? []), ...(said?.jobs ?? []),
        ...(goesOn ? [{ kind: 'request.opt_out_in_writing', key: `request.opt_out_in_writing:${request.id}`, payload: { request: request.id } }] : []),
      ],
    }
  },
})

/** Whoever wrote was told no case code by anybody: receipt is confirmed, to the contact on file or to theirs. */
async function acknowledged(context: CommandContext<IntakeInput>, requestId: string): Promise<Pick<Transition, 'events' | 'jobs'>> {
  const stored = await context.store.requests.byId(requestId)
  if (stored === null) return { events: [], jobs: [] }
  const event = { type: 'acknowledge', at: context.now, by: requestActor(context.actor) } as const
  const { request, events, jobs } = await transition(context, stored, event)
  return { events: [{ what: 'request.acknowledged', ...aboutRequest(request) }, ...events], jobs }
}

type Context = Pick<CommandContext<IntakeInput>, 'store' | 'input'>

/**
 * A moment of the day on which it reached us, in the zone in which its clock is counted; that day is not over yet only
 * where it is today's.
 *
 * @throws InvalidInput for a day that is neither today's here nor there, nor past
 */
async function receivedAtOf(
  { store, input, now }: Context & Pick<CommandContext<unknown>, 'now'>,
  jurisdiction: string | null,
): Promise<number> {
  const home = zoneOf((await store.settings.all()).home_country)
  const zone = jurisdiction === null ? home : zoneOf(jurisdiction)
  // Who writes it down goes by the day here, which may not have begun where the person is.
  const future = input.receivedOn > localDateOf(now, home) && input.receivedOn > localDateOf(now, zone)
  if (future) throw invalidInput('input', { receivedOn: 'in_future' })
  return Math.min(now, endOfLocalDay(input.receivedOn, zone))
}
