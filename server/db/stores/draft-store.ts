import { randomUUID } from 'node:crypto'
import type { DraftStore } from '#usecases/ports/draft-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

/** What is being typed about people. The sealed text is bound to the row's id, so both change at once. */
export function draftStore({ tx, vault, subjectKeys }: Pick<DatabaseScope, 'tx' | 'vault' | 'subjectKeys'>): DraftStore {
  return {
    async get({ humanRef, place }) {
      const row = await tx.draft.findUnique({ where: { humanRef_place: { humanRef, place } } })
      if (row === null) return null
      const key = await subjectKeys.open(tx, row.subjectId)
      return { subjectId: row.subjectId, text: vault.openText(key, 'draft', 'ciphertext', row.id, row.ciphertext) }
    },
    async put({ humanRef, place, subjectId, text, at }) {
      const key = await subjectKeys.open(tx, subjectId)
      const where = { humanRef_place: { humanRef, place } }
      const id = randomUUID()
      const ciphertext = vault.sealText(key, 'draft', 'ciphertext', id, text)
      const data = { id, subjectId, ciphertext, savedAt: toDate(at) }
      await tx.draft.upsert({ where, create: { humanRef, place, ...data }, update: data })
    },
    async drop({ humanRef, place }) {
      await tx.draft.deleteMany({ where: { humanRef, place } })
    },
  }
}
