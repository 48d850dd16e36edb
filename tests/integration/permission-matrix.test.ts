import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedPermissions } from '#tests/matrix/expected-permissions.ts'
import { sampleInputs } from '#tests/matrix/sample-inputs.ts'
import { everybody, openAskers, worldOf, type Askers, type Whose } from '#tests/matrix/world.ts'
import { runCommand, type Command } from '#usecases/command.ts'
import { AppError } from '#usecases/errors.ts'
import { runQuery, type Query } from '#usecases/query.ts'
import { allVerbs } from '#usecases/all-verbs.ts'
import type { Who } from '#tests/matrix/expected-permissions.ts'

type AnyVerb = Command<unknown, unknown> | Query<unknown, unknown>

const verbs = Object.entries(allVerbs as unknown as Record<string, AnyVerb>)
let askers: Askers
beforeAll(async () => {
  askers = await openAskers()
})

/**
 * What a cell is about is made anew only when an attempt that was not denied may have used it up. Supervisors have
 * a part in their own case, administrators are themselves, clients have no call: theirs are for them alone.
 */
const kept = new Map<string, object>()
const keptFor = (name: string, who: Who, whose: Whose) =>
  [name, whose, who.startsWith('scope:') ? 'client' : who === 'supervisor' || who === 'administrator' ? who : 'anybody'].join(' ')

/** How one attempt ended: `allowed` is anything but a denial, since a rule of the state may still stand against it. */
async function attempt(verb: AnyVerb, name: string, who: Who, whose: Whose) {
  const { desk } = askers.desk
  const sample = sampleInputs[name]
  if (sample === undefined) throw new Error(`${name} has no sample input`)
  const key = keptFor(name, who, whose)
  const input = kept.get(key) ?? (await sample(worldOf(askers.desk, who, whose)))
  const principal = await askers.principal(who)
  const before = await entries()
  const { runtime } = desk
  const run = verb.type === 'command' ? runCommand(runtime, verb, input, principal) : runQuery(runtime, verb, input, principal)
  const ended = await run.then(() => 'done', (fault: unknown) => {
    if (!(fault instanceof AppError)) throw fault
    const { code, reason, fields } = fault
    return code === 'invalid_input' ? `invalid_input ${reason} ${Object.keys(fields).join()}` : code
  })
  if (ended === 'not_allowed') kept.set(key, input)
  else kept.delete(key)
  const after = await entries()
  return { ended, newEntries: after.all - before.all, newDenied: after.denied - before.denied }
}

async function entries(): Promise<{ all: number; denied: number }> {
  const [row] = await askers.desk.desk.database.raw.all<{ entries: number; denied: number }>(
    `SELECT COUNT(*) AS entries, COALESCE(SUM(CASE WHEN outcome = 'denied' AND what IN ('command.denied', 'query.denied') THEN 1 ELSE 0 END), 0) AS denied FROM audit_entry`,
  )
  return { all: row?.entries ?? 0, denied: row?.denied ?? 0 }
}

test('every command and query has a row, and every row a command or query', () => {
  expect(Object.keys(expectedPermissions).toSorted()).toEqual(verbs.map(([name]) => name).toSorted())
  expect(Object.keys(sampleInputs).toSorted()).toEqual(verbs.map(([name]) => name).toSorted())
})

describe.each(verbs)('%s', (name, verb) => {
  afterAll(async () => {
    // A system that a cell connected is nowhere: no plan could be made beside it.
    await askers.desk.desk.database.prisma.system.deleteMany({})
  })

  test.each(['own', 'others'] as const)('about %s is for whom domain.md says, and for nobody else', async (whose) => {
    const expected = expectedPermissions[name]?.[whose] ?? []
    const wrong: string[] = []
    for (const who of everybody) {
      const { ended, newEntries, newDenied } = await attempt(verb, name, who, whose)
      const may = expected.includes(who)
      const denied = ended === 'not_allowed'
      if (may && denied) wrong.push(`${who} is denied and should be allowed`)
      if (may && ended.startsWith('invalid_input input')) wrong.push(`${who}: the sample is not an input (${ended})`)
      if (!may && !denied) wrong.push(`${who} should be denied and got ${ended}`)
      if (!may && denied && (newDenied !== 1 || newEntries !== 1)) wrong.push(`${who} was denied with ${newDenied} of ${newEntries} entries`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a claim that the rows do not bear out is nobody\'s', () => {
  const asNobody = ['session that was revoked', 'session that is over', 'login that was disabled', 'client that was revoked', 'session that never was'] as const

  test.each(asNobody)('a %s', async (what) => {
    const { desk } = askers
    const { prisma } = desk.desk.database
    const past = new Date(desk.clock.now() - 1)
    const session = await desk.as('auditor', what)
    const { id } = await desk.staffOf('auditor', what)
    const client = { kind: 'client', clientId: crypto.randomUUID() } as const
    const sessionId = session.kind === 'session' ? session.sessionId : ''
    const changed = { 'session that was revoked': { revokedAt: past }, 'session that is over': { endsAt: past } }[what as string]
    if (changed !== undefined) await prisma.staffSession.update({ where: { id: sessionId }, data: changed })
    if (what === 'login that was disabled') await prisma.staff.update({ where: { id }, data: { status: 'disabled' } })
    const claim = what === 'client that was revoked'
      ? client
      : what === 'session that never was'
        ? { kind: 'session' as const, sessionId: crypto.randomUUID(), via: 'post' as const }
        : session
    const asked = runQuery(desk.desk.runtime, allVerbs.listLog, {}, claim)
    await expect(asked).rejects.toMatchObject({ code: 'not_allowed', reason: 'sign_in_needed' })
  })
})

test('an audited query by staff is refused to a page that is merely rendered, and the attempt is on record', async () => {
  const audited = verbs.filter(([, verb]) => verb.type === 'query' && verb.audited)
  expect(audited.length).toBeGreaterThan(0)
  for (const [name, verb] of audited) {
    for (const role of ['agent', 'supervisor', 'auditor', 'administrator'] as const) {
      const input = await sampleInputs[name]?.(worldOf(askers.desk, role, 'own'))
      const posted = await askers.desk.as(role)
      const rendered = { ...posted, via: 'get' } as typeof posted
      const before = await entries()
      const asked = runQuery(askers.desk.desk.runtime, verb as Query<unknown, unknown>, input, rendered)
      await expect(asked).rejects.toMatchObject({ code: 'not_allowed' })
      expect((await entries()).denied - before.denied).toBe(1)
    }
  }
})
