import type { Principal } from '#usecases/actor.ts'
import type { Store } from '#usecases/ports/store.ts'
import { clientScopes } from '#domain/access/actor-kinds.ts'
import { addClient } from '#usecases/client/add-client.ts'
import { liftHold } from '#usecases/hold/lift-hold.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { addService } from '#usecases/service/add-service.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import type { Who } from './expected-permissions.ts'

/** Whose call, case or request a cell is about. */
export type Whose = 'own' | 'others'

export interface OpenCase {
  readonly caseCode: string
  readonly id: string
  readonly callId: string
  readonly subjectId: string
  readonly version: number
  readonly planHash: string | null
}

/** Everyone who can ask for anything; the last one is a client with no scope at all. */
export const everybody: readonly Who[] = [
  'agent', 'supervisor', 'auditor', 'administrator', 'system', 'operator', 'nobody',
  ...clientScopes.map((scope) => `scope:${scope}` as const),
  'scope:none',
]

/** A desk on which each cell of the matrix makes what it needs: people, calls at level 2, cases to decide. */
export interface World extends TestDesk {
  readonly asker: Who
  readonly whose: Whose
  inStore<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** A new person, by the random id and by the account's. */
  person(): Promise<string>
  externalId(): Promise<string>
  /** A live call at level 2 about a new person: agent 1's own, or agent 2's. */
  call(): Promise<{ callId: string; subjectId: string }>
  /** A deletion that waits for approval, opened by agent 1 (own) or 2; a supervisor has a part in their own. */
  openCase(): Promise<OpenCase>
  /** A deletion by somebody who was not verified, opened by agent 1 (own) or 2. */
  unverifiedCase(): Promise<{ caseCode: string; version: number }>
}

let nextPerson = 0

/** The desk under one cell's eyes: the same desk for all cells, new rows for each. */
export function worldOf(desk: TestDesk, asker: Who, whose: Whose): World {
  const inStore = <T>(work: (store: Store) => Promise<T>) =>
    desk.desk.runtime.unitOfWork.write(({ store }) => work(store))
  const agent = whose === 'own' ? '1' : '2'

  async function person() {
    nextPerson += 1
    const phone = `+1514721${String(nextPerson).padStart(4, '0')}`
    const registeredAt = desk.clock.now() - 400 * 86_400_000
    const { subjectId } = await inStore((store) =>
      store.subjects.put(
        {
          externalId: `acc-${nextPerson}`, identifiers: { phone }, name: 'Ann Ray', bornOn: null, locale: 'en',
          jurisdiction: 'CN', registeredAt,
        },
        registeredAt, 'test',
      ),
    )
    return subjectId
  }

  async function call() {
    const subjectId = await person()
    const { id: staffId, humanRef } = await desk.staffOf('agent', agent)
    const callId = crypto.randomUUID()
    const at = desk.clock.now()
    await inStore(async (store) => {
      await store.calls.open({
        id: callId, staffId, humanRef, channel: 'phone', telephonyId: null, locale: 'en', startedAt: at, subjectId,
        found: 'one', foundBy: 'phone', lookedUpAt: at,
      })
      const grant = { callId, subjectId, lookedUpAt: at, foundBy: 'phone', level: 2, levelAt: at, levelEndsAt: null }
      await store.calls.putGrant(grant)
    })
    return { callId, subjectId }
  }

  return {
    ...desk,
    asker,
    whose,
    inStore,
    person,
    async externalId() {
      await person()
      return `acc-${nextPerson}`
    },
    call,
    async unverifiedCase() {
      const { callId, subjectId } = await call()
      await inStore(async (store) => {
        const grant = await store.calls.grant(callId, subjectId)
        if (grant !== null) await store.calls.putGrant({ ...grant, level: 1 })
      })
      const { caseCode } = await submitFromCall.run(desk.desk, {
        callId, subjectId, choiceId: 'deletion:account',
        told: { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false },
        words: '', idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
      }, await desk.as('agent', agent))
      const stored = await inStore((store) => store.requests.byCaseCode(caseCode))
      if (stored?.request.state !== 'awaiting_verification') throw new Error('the case should wait for its person')
      return { caseCode, version: stored.request.version }
    },
    async openCase() {
      const { callId, subjectId } = await call()
      const { caseCode } = await submitFromCall.run(desk.desk, {
        callId, subjectId, choiceId: 'deletion:account',
        told: { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false },
        words: '', idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
      }, await desk.as('agent', agent))
      const stored = await inStore((store) => store.requests.byCaseCode(caseCode))
      if (stored === null) throw new Error('the case is missing')
      if (asker === 'supervisor' && whose === 'own') {
        const supervisor = await desk.as('supervisor')
        const hold = { caseCode, covers: 'everything', basis: 'court order', reviewOn: '2018-03-01' }
        const { holds } = await desk.desk.command(placeHold, hold, supervisor)
        await desk.desk.command(liftHold, { caseCode, holdRef: holds[0] ?? '', reason: 'The order ended.' }, supervisor)
      }
      const now = await inStore((store) => store.requests.byCaseCode(caseCode))
      const { id, version, planHash, state } = (now ?? stored).request
      if (state !== 'awaiting_approval') throw new Error(`the case should wait for approval and is ${state}`)
      return { caseCode, id, callId, subjectId, version, planHash }
    },
  }
}

export interface Askers {
  readonly desk: TestDesk
  principal(who: Who): Promise<Principal>
}

/** The one desk of the matrix, with somebody of each kind. */
export async function openAskers(): Promise<Askers> {
  const desk = await openTestDesk('sqlite')
  const service = { key: 'credit_scoring', purposes: ['credit_scoring'], restsOn: 'credit_scoring' }
  await desk.desk.command(addService, service, { kind: 'operator' })
  const clients = new Map<string, string>()
  async function client(scope: string): Promise<string> {
    const known = clients.get(scope)
    if (known !== undefined) return known
    const scopes = scope === 'none' ? ['gate'] : [scope]
    const { clientId } = await desk.desk.command(addClient, { name: `client ${scope}`, scopes }, { kind: 'operator' })
    const { apiClient } = desk.desk.database.prisma
    if (scope === 'none') await apiClient.update({ where: { id: clientId }, data: { scopes: '' } })
    clients.set(scope, clientId)
    return clientId
  }
  return {
    desk,
    async principal(who) {
      switch (who) {
        case 'agent':
        case 'supervisor':
        case 'auditor':
        case 'administrator': {
          const session = await desk.as(who)
          // A cell before may have signed them out.
          await desk.desk.database.prisma.staffSession.updateMany({ data: { revokedAt: null } })
          return session
        }
        case 'system':
          return { kind: 'system', id: 'worker' }
        case 'operator':
        case 'nobody':
          return { kind: who }
        default:
          return { kind: 'client', clientId: await client(who.slice('scope:'.length)) }
      }
    },
  }
}
