import { defaultSettings } from '#domain/settings/settings.ts'
import type { Reading } from '#domain/subject/recognise.ts'
import { recogniseIdentifier } from '#domain/subject/recognise.ts'
import { command, type CommandContext, type CommandResult } from '../command.ts'
import { AppError } from '../errors.ts'
import type { AuditEvent, CommittedValue } from '../event.ts'
import { keptUntil } from '../expiry/kept-since.ts'
import { beginCall } from '../call/begin-call.ts'
import { liveCallOrTurn, ownLiveCall } from '../call/own-call.ts'
import type { Store } from '../ports/store.ts'
import { lookUpInput } from '../views/desk-inputs.ts'

/**
 * What a look-up gave, as a code: no name, no count. `fits` says it of a second identifier; `caseCode` is what was
 * typed, where that was one, as it is stored.
 */
export interface LookedUp {
  readonly callId: string
  readonly found: Found
  readonly fits: Found
  readonly caseCode: string | null
}

/** How many people fit, as a code. */
export type Found = 'none' | 'one' | 'several'

/**
 * Looks a person up in a call, which is begun if there is none. Exact matches only. What the agent learns is whether
 * there was exactly one; somebody who was erased leaves nothing to match, and looks like somebody who never was
 * (invariant 11). It writes the grant under which the page is then read, so it is a command, not a query.
 *
 * Where an identifier is on several people's accounts, none of them is shown: what is looked up next says which of them
 * has that too (domain book §5.4), and whoever has only the second one is not found by it.
 *
 * The number of statements is small on purpose: this runs while somebody waits on the line.
 */
export const lookUpPerson = command({
  name: 'person.look_up',
  permission: 'person.look_up',
  input: lookUpInput,
  async run(context): Promise<CommandResult<LookedUp>> {
    const { input, store, now } = context
    // A double click on the first look-up finds the call that the first one began.
    const call = input.callId === null ? await liveCallOrTurn(context) : await ownLiveCall(context, input.callId)
    const readings = await readingsOf(store, input.query)
    const possible = call?.found === 'several' ? await store.calls.possibleCallers(call.id) : null
    const among = possible === null || input.afresh ? null : new Set(possible)
    const { reading, subjectIds } = await matchReadings(store, readings, among)
    if (call !== null && among !== null && subjectIds.length === 0) {
      const value = { callId: call.id, found: 'several', fits: 'none', caseCode: codeOf(reading) } as const
      return { value, events: [await nobodyHasBoth(context, call.id, reading)] }
    }
    const found: Found = subjectIds.length === 0 ? 'none' : subjectIds.length === 1 ? 'one' : 'several'
    const [only] = subjectIds
    const subjectId = found === 'one' && only !== undefined ? only : null
    const result = { subjectId, found, foundBy: reading.kind, lookedUpAt: now }

    const events: AuditEvent[] = []
    let callId: string
    if (call === null) {
      const begun = await beginCall(context, { channel: 'phone', telephonyId: input.telephonyId, ...result })
      events.push(begun.event)
      callId = begun.call.id
    } else {
      await store.calls.noteLookUp({ ...call, ...result })
      callId = call.id
    }
    if (found === 'several' || possible !== null) {
      await store.calls.putPossibleCallers(callId, found === 'several' ? subjectIds : [], now)
    }
    if (subjectId !== null) {
      const before = call === null ? null : await store.calls.grant(call.id, subjectId)
      const level = before ?? { level: 0, levelAt: null, levelEndsAt: null }
      await store.calls.putGrant({ ...level, callId, subjectId, lookedUpAt: now, foundBy: reading.kind })
    }
    const lookedUp: AuditEvent = {
      what: 'person.looked_up',
      call: callId,
      subjects: subjectIds,
      data: { by: reading.kind, matches: found, ...(among === null ? {} : { second: true }) },
      commit: { identifier: await committedLookUp(context, reading, subjectId) },
    }
    return { value: { callId, found, fits: found, caseCode: codeOf(reading) }, events: [lookedUp, ...events] }
  },
})

const codeOf = ({ kind, normalised }: Reading): string | null => (kind === 'case_code' ? normalised : null)

/** Every complete reading of what was typed, the surest first. @throws InvalidInput when there is none */
export async function readingsOf(store: Store, typed: string): Promise<[Reading, ...Reading[]]> {
  const saysItself = typed.includes('@') || typed.trim().startsWith('+')
  // What says its country itself needs no statement more: somebody waits on the line.
  const country = saysItself ? defaultSettings.home_country : (await store.settings.all()).home_country
  const { kind, normalised, also } = recogniseIdentifier(typed, { country })
  const surest = normalised === undefined || kind === 'unknown' ? [] : [{ kind, normalised }]
  const [first, ...others] = [...surest, ...also]
  if (first === undefined) {
    throw new AppError('invalid_input', 'looked_up_nothing', { fields: { query: 'looked_up_nothing' } })
  }
  return [first, ...others]
}

/** What was tried as a second identifier, and that it is on none of those whom the first one found. */
async function nobodyHasBoth(
  context: Pick<CommandContext<unknown>, 'store' | 'now'>,
  callId: string,
  reading: Reading,
): Promise<AuditEvent> {
  return {
    what: 'person.looked_up',
    call: callId,
    data: { by: reading.kind, matches: 'none', second: true },
    commit: { identifier: await committedLookUp(context, reading, null) },
  }
}

/**
 * The first reading that anybody matches, or the first reading and nobody.
 *
 * @param among null, or those of whom one is meant
 */
export async function matchReadings(
  store: Store,
  readings: readonly [Reading, ...Reading[]],
  among: ReadonlySet<string> | null = null,
) {
  for (const reading of readings) {
    const matched = await subjectsOf(store, reading)
    const subjectIds = among === null ? matched : matched.filter((id) => among.has(id))
    if (subjectIds.length > 0) return { reading, subjectIds }
  }
  return { reading: readings[0], subjectIds: [] }
}

async function subjectsOf(store: Store, { kind, normalised }: Reading): Promise<readonly string[]> {
  if (kind !== 'case_code') return store.subjects.findByIdentifier(kind, normalised)
  const stored = await store.requests.byCaseCode(normalised)
  const named = stored?.request.subjects.filter((subject) => subject.known === 'on_file') ?? []
  const records = await Promise.all(named.map(({ subjectId }) => store.subjects.get(subjectId)))
  return records.flatMap((record) => (record?.status === 'active' ? [record.id] : []))
}

/**
 * What was looked up, provable and not readable. It goes with the person whom it found; where it found nobody, or
 * more than one, its salt ends when calls do.
 */
export async function committedLookUp(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  { kind, normalised }: Reading,
  subjectId: string | null,
): Promise<CommittedValue> {
  const value = `${kind}\u001f${normalised}`
  if (subjectId !== null) return { value, subject: subjectId, expiresAt: null }
  return { value, subject: null, expiresAt: await keptUntil(store, now) }
}
