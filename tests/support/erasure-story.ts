import type { ToldResult } from '#domain/request/request.ts'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { Principal } from '#usecases/actor.ts'
import type { Store } from '#usecases/ports/store.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { addService } from '#usecases/service/add-service.ts'
import { addSystem } from '#usecases/system/add-system.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { workUntilIdle } from '#server/jobs/worker-loop.ts'
import { afterFile } from './after-file.ts'
import { openTestDesk, type TestDesk } from './desk.ts'
import { numbersComeFirst, seenAndSubmitted } from './seen-numbers.ts'
import { freshShops, type ShopDatabase } from './shop-databases.ts'
import { shopDataset, shopPolicy } from './shop-system.ts'

export const day = 86_400_000

/** The people of the shop (shop-system.ts) as the account system knows them. */
export const people = {
  /** Enrolled by a box that stood open. */
  ann: { externalId: 'acc-1', phone: '+15147214711', email: 'ann@example.org', name: "Ann O'Hara", notice: '3.2' },
  /** Enrolled by a box that was ticked already. */
  bob: { externalId: 'acc-2', phone: '+15147214712', email: 'bob@example.org', name: 'Bob Ray', notice: '3.1' },
  cleo: { externalId: 'acc-3', phone: null, email: 'cleo@example.org', name: 'Cleo 陈', notice: '3.2' },
} as const
export type Person = keyof typeof people

export interface StoryOptions {
  readonly policy?: string
  /** The shop's other self in the other database, as a processor. */
  readonly both?: boolean
}

export interface HowAsked {
  readonly result?: ToldResult
  /** How sure the agent is of who is calling. */
  readonly level?: 1 | 2
}

/** A desk with a service, two notices, the shop's people and the shop connected. */
export interface ErasureStory extends TestDesk {
  /** One for each connected system: `shop`, and `shop_too` where both were asked for. */
  readonly shops: readonly ShopDatabase[]
  readonly subjects: Readonly<Record<Person, string>>
  inStore<T>(work: (store: Store) => Promise<T>): Promise<T>
  /** A verified caller asks for it: `deletion:account`, `deregistration:credit_scoring` … */
  ask(choiceId: string, person: Person, result?: 'understood' | 'objects'): Promise<{ caseCode: string; id: string }>
  askFor(choiceId: string, subjectId: string, how?: HowAsked): Promise<{ caseCode: string; id: string }>
  /** A live call of an agent's about somebody, verified to a level. */
  callAbout(subjectId: string, level: number, which?: string): Promise<{ callId: string; agent: Principal }>
  /** What a form about a case sends back of it. */
  onCase(caseCode: string): Promise<{ caseCode: string; version: number }>
  approve(caseCode: string, as?: Principal): Promise<void>
  /** Everything that is due is done, after `ms` have passed. */
  work(afterMs?: number): Promise<void>
  stateOf(caseCode: string): Promise<string>
  /** What the gate's rule says of an identifier. */
  barred(service: string, type: IdentifierType, value: string): Promise<boolean>
  /** The codes of a case's entries, in their order. */
  logOf(caseCode: string): Promise<string[]>
}

/** After China's law came into force, which lets a person be marked (domain book §6). */
export const storyNow = Date.parse('2026-03-02T02:00:00.000Z')

const boxes = { '3.1': 'preticked_box', '3.2': 'unticked_box' } as const

/** Opens such a desk on this kind of database; its shop is of the same kind. */
export async function openErasureStory(kind: DatabaseKind, options: StoryOptions = {}): Promise<ErasureStory> {
  const test = await openTestDesk(kind, storyNow)
  const { desk, clock } = test
  const operator: Principal = { kind: 'operator' }
  const inStore = <T>(work: (store: Store) => Promise<T>) => desk.runtime.unitOfWork.write(({ store }) => work(store))

  const kinds = options.both === true ? ([kind, kind === 'sqlite' ? 'postgresql' : 'sqlite'] as const) : [kind]
  const shops: ShopDatabase[] = []
  for (const [index, shopKind] of kinds.entries()) {
    const shop = await freshShops[shopKind](desk.config.systemsDirectory)
    afterFile(() => shop.close())
    shops.push(shop)
    await desk.command(addSystem, {
      name: index === 0 ? 'shop' : 'shop_too',
      role: index === 0 ? 'own' : 'processor',
      url: shopKind === 'sqlite' ? `file:${shop.place}` : shop.place,
      dataset: shopDataset,
      policy: options.policy ?? shopPolicy,
      usualHours: 1,
    }, operator)
  }
  await desk.command(addService, { key: 'credit_scoring', purposes: ['credit_scoring'], restsOn: 'credit_scoring' }, operator)
  await desk.command(addService, { key: 'ride_sharing', purposes: ['ride_sharing'], restsOn: 'ride_sharing' }, operator)

  const joined = clock.now() - 400 * day
  const subjects = await inStore(async (store) => {
    for (const [version, control] of Object.entries(boxes)) {
      await store.consents.addNotice({
        purpose: 'credit_scoring', version, locale: 'en', title: 'Credit', text: `Notice ${version}`, control,
        prominence: 'normal', bundledWith: null, validFrom: joined - day, validTo: null,
      }, clock.now())
    }
    const ids: Partial<Record<Person, string>> = {}
    for (const [key, { externalId, phone, email, name, notice }] of Object.entries(people)) {
      const identifiers = { email, ...(phone === null ? {} : { phone }) }
      const { subjectId } = await store.subjects.put(
        { externalId, identifiers, name, bornOn: '1984-02-03', locale: 'en', jurisdiction: 'CN', registeredAt: joined },
        clock.now(), 'test',
      )
      await store.consents.append({
        subjectId, purpose: 'credit_scoring', noticeVersion: notice, state: 'ConsentGiven',
        indication: notice === '3.1' ? 'left_preticked' : 'ticked_box', channel: 'app', occurredAt: joined + day,
        eventId: `joined-${externalId}`, evidenceRef: null, concerns: null,
      }, clock.now(), 'test')
      ids[key as Person] = subjectId
    }
    return ids as Record<Person, string>
  })

  const stateOf = async (caseCode: string) =>
    (await inStore((store) => store.requests.byCaseCode(caseCode)))?.request.state ?? 'missing'

  async function callAbout(subjectId: string, level: number, which?: string) {
    const agent = await test.as('agent', which)
    const { id: staffId, humanRef } = await test.staffOf('agent', which)
    const callId = crypto.randomUUID()
    const at = clock.now()
    await inStore(async (store) => {
      await store.calls.open({
        id: callId, staffId, humanRef, channel: 'phone', telephonyId: null, locale: 'en', startedAt: at,
      })
      await store.calls.putGrant({
        callId, subjectId, lookedUpAt: at, foundBy: 'email', level, levelAt: at, levelEndsAt: at + day,
      })
    })
    return { callId, agent }
  }

  async function askFor(choiceId: string, subjectId: string, { result = 'understood', level = 2 }: HowAsked = {}) {
    const { callId, agent } = await callAbout(subjectId, level)
    const told = { result, scriptVersion: '1', locale: 'en', inWriting: false }
    const asked = {
      callId, subjectId, choiceId, told: choiceId.startsWith('deletion') ? told : null, words: '',
      idempotencyKey: crypto.randomUUID(),
    }
    const { caseCode } =
      numbersComeFirst(choiceId) && level >= 2
        ? await seenAndSubmitted(test, asked, agent)
        : await submitFromCall.run(desk, asked, agent)
    const stored = await inStore((store) => store.requests.byCaseCode(caseCode))
    return { caseCode, id: stored?.request.id ?? '' }
  }

  return {
    ...test,
    shops,
    subjects,
    inStore,
    stateOf,
    ask: (choiceId, person, result) => askFor(choiceId, subjects[person], result === undefined ? {} : { result }),
    askFor,
    callAbout,
    async onCase(caseCode) {
      const stored = await inStore((store) => store.requests.byCaseCode(caseCode))
      if (stored === null) throw new Error('no such case')
      return { caseCode, version: stored.request.version }
    },
    async approve(caseCode, as) {
      const stored = await inStore((store) => store.requests.byCaseCode(caseCode))
      if (stored === null) throw new Error('no such case')
      const { version, planHash } = stored.request
      const supervisor = as ?? (await test.as('supervisor'))
      await desk.command(approveRequest, { caseCode, version, planHash, confirm: caseCode.slice(-5) }, supervisor)
    },
    async work(afterMs = 0) {
      clock.advance(afterMs)
      await workUntilIdle(desk, jobHandlers)
    },
    async barred(service, type, value) {
      const { tag } = desk.vault.registryTag(type, value)
      const entries = await inStore((store) => store.registry.entriesByTags(service, [tag], clock.now()))
      return entries.some((entry) => entry.tags.some((one) => one.barsAlone && Buffer.compare(one.tag, tag) === 0))
    },
    async logOf(caseCode) {
      const rows = await desk.database.prisma.auditEntry.findMany({
        where: { caseCode }, orderBy: { at: 'asc' }, select: { what: true },
      })
      return rows.map((row) => row.what)
    },
  }
}
