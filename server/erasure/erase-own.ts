import type { OnPoint } from '../connectors/erase-rows.ts'
import type { Container } from '../container.ts'
import { storeOver } from '../db/store.ts'
import { notFound } from '#usecases/errors.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { eraseOwnData } from './own-data.ts'
import { ownScopeOf } from './own-scope.ts'

/**
 * One transaction over our own data: the contact for the last notice is sealed apart, the erased external id is
 * remembered as a tag, and the rows go, the subject's key last. All or nothing; running it again deletes nothing more.
 */
export async function eraseOwn(
  desk: Container,
  requestId: string,
  point: OnPoint,
): Promise<{ deleted: number; subjectIds: readonly string[] }> {
  const now = desk.runtime.clock.now()
  return desk.database.prisma.$transaction(async (tx) => {
    const store = storeOver({ tx, raw: desk.database.rawIn(tx), vault: desk.vault, subjectKeys: desk.subjectKeys })
    const stored = await store.requests.byId(requestId)
    if (stored === null) throw notFound('request')
    const scope = await ownScopeOf(store, stored.request)
    if (scope === null) return { deleted: 0, subjectIds: [] }
    const settings = await store.settings.all()
    if (scope.account) {
      for (const subjectId of scope.subjectIds) {
        if ((await store.subjects.get(subjectId))?.status !== 'active') continue
        const identifiers = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
        const account = identifiers.find((one) => one.type === 'account_id')
        if (account !== undefined) {
          const { tag, generation } = desk.vault.registryTag('account_id', account.value)
          await store.registry.rememberErased({ tag, generation, subjectId, requestId }, now)
        }
        const contact = identifiers.find((one) => one.type === 'phone') ?? identifiers.find((one) => one.type === 'email')
        if (contact !== undefined) {
          const locale = (await store.subjects.get(subjectId))?.locale ?? 'en'
          const text = JSON.stringify({ type: contact.type, value: contact.value, locale })
          // Both re-checks and the last notice come before the contact's own days begin to count.
          const expiresAt = now + settingMs(settings, 'recheck_hours') + settingMs(settings, 'sealed_contact_days')
          await store.erasure.seal({ requestId, kind: 'contact', system: null, text, expiresAt })
        }
      }
    }
    await point('before own rows')
    const done = await eraseOwnData(desk.database.rawIn(tx), scope, now)
    await point('after own rows')
    return { deleted: done.reduce((n, one) => n + one.deleted, 0), subjectIds: scope.subjectIds }
  })
}
