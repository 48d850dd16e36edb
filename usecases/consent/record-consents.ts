import { z } from 'zod'
import { inOrder, type ConsentEvent } from '#domain/consent/consent-event.ts'
import { command, runCommand, type CommandContext } from '../command.ts'
import { invalidInput } from '../errors.ts'
import type { AuditEvent, JobRequest } from '../event.ts'
import { fieldFaults } from '../field-faults.ts'
import { readConsentRow, type ConsentRow } from '../import/consent-row.ts'
import type { RowReason } from '../import/row-reasons.ts'
import { procedure } from '../procedure.ts'
import { consentEventOf, judgeConsent, type ConsentFacts } from './judge-consent.ts'
import { isBarredFrom } from '../registry/is-barred-from.ts'
import { withdrawalArrived } from './withdrawal-arrived.ts'

const Text = z.string().max(1_000, { error: 'too_long' })
const Optional = Text.nullable().optional()

/** One consent event as the account system sends it; the same names as in an import file. */
export const SentConsentEvent = z.strictObject({
  external_id: Text,
  purpose: Text,
  notice_version: Optional,
  state: Text.describe('ConsentGiven, ConsentRefused, ConsentWithdrawn, … (W3C DPV).'),
  indication: Text.describe('How the person said so: ticked_box, pressed_button, …'),
  channel: Text.describe('Where: app, web, phone, …'),
  occurred_at: Text.describe('RFC 3339, with Z or an offset.'),
  event_id: Optional.describe('The sender’s id of the event: sent twice, it counts once.'),
  evidence_ref: Optional,
})

export const SentConsents = z.union([
  SentConsentEvent,
  z.array(SentConsentEvent).min(1, { error: 'required' }).max(1_000, { error: 'too_big' }),
])

/** What became of the events; `index` counts from 0 in the order sent. */
export interface RecordedConsents {
  accepted: number
  duplicate: number
  readonly rejected: { readonly index: number; readonly reason: RowReason }[]
}

/** So many a transaction: other writers wait meanwhile. */
const atOnce = 50

/** Judges and appends some events, each by itself, in their order. */
export const recordConsentEvents = command({
  name: 'consent.record',
  permission: 'consent.record',
  input: z.object({ events: z.array(SentConsentEvent).min(1).max(atOnce) }),
  async run(context) {
    const value: RecordedConsents = { accepted: 0, duplicate: 0, rejected: [] }
    const [jobs, refused]: [JobRequest[], AuditEvent[]] = [[], []]
    const touched = new Set<string>()
    const world = await worldOf(context)
    for (const [index, sent] of context.input.events.entries()) {
      const done = await recordOne(context, world, sent)
      if (done.reason !== null) value.rejected.push({ index, reason: done.reason })
      else if (done.added === null) value.duplicate += 1
      else {
        value.accepted += 1
        touched.add(done.added)
      }
      jobs.push(...done.jobs)
      refused.push(...done.refused)
    }
    const recorded: AuditEvent = {
      what: 'consent.recorded',
      subjects: [...touched],
      data: { accepted: value.accepted, duplicate: value.duplicate, rejected: value.rejected.length },
    }
    return { value, events: [recorded, ...refused], jobs }
  },
})

/** Takes in one event or up to a thousand: what can not be used is named by its place, the rest is recorded. */
export const recordConsents = procedure({
  name: 'consent.record',
  async run({ runtime }, rawInput, principal): Promise<RecordedConsents> {
    const parsed = SentConsents.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', faultsOf(rawInput, parsed.error))
    const events = Array.isArray(parsed.data) ? parsed.data : [parsed.data]
    const all: RecordedConsents = { accepted: 0, duplicate: 0, rejected: [] }
    for (let from = 0; from < events.length; from += atOnce) {
      const part = { events: events.slice(from, from + atOnce) }
      const done = await runCommand(runtime, recordConsentEvents, part, principal)
      all.accepted += done.accepted
      all.duplicate += done.duplicate
      all.rejected.push(...done.rejected.map(({ index, reason }) => ({ index: from + index, reason })))
    }
    return all
  },
})

/** A union's issues say nothing: the branch that was meant names the field. */
function faultsOf(rawInput: unknown, whole: z.ZodError) {
  const meant = Array.isArray(rawInput) ? SentConsents.options[1] : SentConsents.options[0]
  const parsed = meant.safeParse(rawInput)
  return fieldFaults(parsed.success ? whole : parsed.error)
}

type Context = Pick<CommandContext<unknown>, 'store' | 'secrets' | 'ids' | 'now' | 'actor'>

interface World {
  readonly purposes: ReadonlySet<string>
  readonly notices: ReadonlySet<string>
  /** Services by the purpose that they rest on. */
  readonly restingOn: ReadonlyMap<string, readonly string[]>
}

async function worldOf({ store }: Context): Promise<World> {
  const services = await store.consents.services()
  const notices = await store.consents.notices()
  const resting = Map.groupBy(services, ({ restsOn }) => restsOn)
  return {
    purposes: new Set([...services.flatMap(({ purposes }) => purposes), ...notices.map(({ purpose }) => purpose)]),
    notices: new Set(notices.map(({ purpose, version }) => `${purpose}\u001f${version}`)),
    restingOn: new Map([...resting].map(([purpose, ones]) => [purpose, ones.map(({ key }) => key)])),
  }
}

interface Done {
  readonly reason: RowReason | null
  /** The subject whose event was added; null for one that was there already. */
  readonly added: string | null
  readonly jobs: readonly JobRequest[]
  readonly refused: readonly AuditEvent[]
}

async function recordOne(context: Context, world: World, sent: z.infer<typeof SentConsentEvent>): Promise<Done> {
  const { store, ids, now, actor } = context
  const cells = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, value ?? '']))
  const read = readConsentRow(cells)
  if (!read.ok) return { reason: read.faults[0].reason, added: null, jobs: [], refused: [] }
  const row = read.value
  const event = consentEventOf(row, ids.uuid(), actor.id, now)
  const services = world.restingOn.get(row.purpose) ?? []
  const { person, ref } = await personOf(context, row)
  const judged = judgeConsent(event, { now, person, ...(await factsOf(context, world, row, person, services, event)) })
  if (judged.verdict === 'duplicate') return { reason: null, added: null, jobs: [], refused: [] }
  if (judged.verdict === 'reject' || person.is !== 'on_file') {
    const reason = judged.verdict === 'reject' ? judged.reason : 'unknown-person'
    return { reason, added: null, jobs: [], refused: await refusedFor(context, reason, ref) }
  }
  const { subjectId } = person
  const { externalId, eventId, evidenceRef } = row
  const { purpose, noticeVersion, state, indication, channel, occurredAt } = event
  await store.consents.append(
    {
      id: event.id, subjectId, externalId, purpose, noticeVersion, state, indication, channel, occurredAt, eventId,
      evidenceRef, concerns: null,
    },
    now,
    actor.id,
  )
  const arrived = state === 'ConsentWithdrawn' && services.length > 0
  return {
    reason: null,
    added: subjectId,
    jobs: arrived ? [withdrawalArrived({ subjectId, purpose, eventId: event.id })] : [],
    refused: [],
  }
}

async function personOf(
  { store, secrets }: Context,
  row: ConsentRow,
): Promise<{ person: ConsentFacts['person']; ref: string | null }> {
  const [subjectId] = await store.subjects.findByIdentifier('account_id', row.externalId)
  if (subjectId !== undefined) return { person: { is: 'on_file', subjectId }, ref: subjectId }
  const erased = await store.registry.wasErased(secrets.registryTag('account_id', row.externalId).tag)
  return erased === null ? { person: { is: 'unknown' }, ref: null } : { person: { is: 'erased' }, ref: erased.subjectId }
}

async function factsOf(
  context: Context,
  world: World,
  row: ConsentRow,
  person: ConsentFacts['person'],
  services: readonly string[],
  event: ConsentEvent,
): Promise<Omit<ConsentFacts, 'now' | 'person'>> {
  const { store } = context
  const subjectId = person.is === 'on_file' ? person.subjectId : null
  const giving = event.state === 'ConsentGiven' || event.state === 'RenewedConsentGiven'
  const onFile = subjectId === null ? [] : await store.consents.events(subjectId)
  return {
    known: await store.consents.bySender(row),
    purposeKnown: world.purposes.has(row.purpose),
    noticeKnown: row.noticeVersion === null || world.notices.has(`${row.purpose}\u001f${row.noticeVersion}`),
    barred: giving && subjectId !== null && (await isBarredFrom(context, subjectId, services)),
    onFile: inOrder(onFile.filter((one) => one.purpose === row.purpose)),
  }
}

/** Some system did not ask the gate, or kept somebody who was erased: a supervisor looks at it (invariant 12). */
async function refusedFor(
  { store, actor, now }: Context,
  reason: RowReason,
  ref: string | null,
): Promise<AuditEvent[]> {
  if (ref === null || (reason !== 'subject-erased' && reason !== 'not-eligible')) return []
  const kind = reason === 'subject-erased' ? 'erased_sent_again' : 'barred_consent'
  await store.workItems.raise({ kind, ref, source: actor.id }, now)
  return [{ what: 'consent.refused', outcome: 'denied', subjects: [ref], data: { reason } }]
}
