import { sealedMs } from '#usecases/erasure/sealed-span.ts'
import { taskObstacle } from '#usecases/erasure/may-run-task.ts'
import { notFound, unavailable } from '#usecases/errors.ts'
import { aboutRequest } from '#usecases/request/carry-out.ts'
import type { Store } from '#usecases/ports/store.ts'
import { contactToTell } from '#usecases/notification/contact-to-tell.ts'
import { heirOf } from '#usecases/verification/has-died.ts'
import type { Container } from '../container.ts'
import { appendEntry } from '../db/audit-writer.ts'
import { storeOver } from '../db/store.ts'
import { eraseOwnData } from './own-data.ts'
import { heldByPlan, ownScopeOf, type OwnScope } from './own-scope.ts'
import { ownSystem } from './own-system.ts'
import type { PointedRun } from './run-task.ts'

/** How many rows are gone, whichever try did it, and whose keys with them. */
export interface OwnErased {
  readonly deleted: number
  readonly subjectIds: readonly string[]
}

/**
 * One transaction over our own data: it is asked once more whether it may, the contact for the last notice is sealed
 * apart, the erased external id is remembered as a tag, the rows go, the subject's key last, and the count of them is
 * kept with the task. All or nothing; running it again deletes nothing more and counts the same.
 */
export async function eraseOwn(desk: Container, { requestId, step, fence, point }: PointedRun): Promise<OwnErased> {
  const now = desk.runtime.clock.now()
  return desk.database.transaction(async (tx, queries) => {
    const { vault, subjectKeys } = desk
    const store = storeOver({ kind: desk.database.kind, tx, raw: queries, vault, subjectKeys })
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    const why = await taskObstacle(store, stored, ownSystem, { actor: { type: 'system', id: 'worker' }, now })
    if (why !== null) throw unavailable(`task_${why}`, 60)
    const scope = await ownScopeOf(store, stored.request, heldByPlan(stored.request))
    const task = (await store.erasure.tasks(requestId)).find((one) => one.system === ownSystem && one.step === step)
    if (task === undefined) throw notFound('task')
    if (scope === null) return { deleted: 0, subjectIds: [] }
    if (scope.account && !scope.held) await sealApart(desk, store, requestId, scope, now)
    await point('before own rows')
    const gone = await eraseOwnData(queries, scope, now)
    const deleted = task.deleted + gone
    if (gone > 0) {
      await store.erasure.saveTask({ ...task, found: deleted, deleted })
      // In the transaction that erases, and not with the task's end, which comes after it (domain book §4, 1).
      await appendEntry(queries, {
        event: {
          what: 'erasure.own_rows_erased',
          ...aboutRequest(stored.request),
          data: { system: ownSystem, step, rows: gone, account: scope.account },
        },
        outcome: 'ok',
        actor: { type: 'system', id: 'worker' },
        at: now,
      })
    }
    await point('after own rows')
    await fence(queries)
    return { deleted, subjectIds: scope.subjectIds }
  })
}

/** What must be known of an account after it is gone: a tag that refuses its return, and one contact. */
async function sealApart(
  desk: Container,
  store: Store,
  requestId: string,
  { subjectIds }: OwnScope,
  now: number,
): Promise<void> {
  for (const subjectId of subjectIds) {
    const subject = await store.subjects.get(subjectId)
    if (subject?.status !== 'active') continue
    const identifiers = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
    const account = identifiers.find((one) => one.type === 'account_id')
    if (account !== undefined) {
      const { tag, generation } = desk.vault.registryTag('account_id', account.value)
      await store.registry.rememberErased({ tag, generation, subjectId, requestId }, now)
    }
    // Of somebody who died it is the heir who is told (decision 0020).
    const heir = await heirOf(store, subjectId)
    const contact = heir?.contact ?? contactToTell(identifiers, desk.runtime.channels)
    if (contact === undefined) continue
    const locale = heir?.locale ?? subject.locale ?? 'en'
    const text = JSON.stringify({ type: contact.type, value: contact.value, locale })
    // Its own days begin with the last notice: the step that ends the case sets them.
    await store.erasure.seal({ requestId, kind: 'contact', system: null, text, expiresAt: now + sealedMs })
  }
}
