import { randomUUID } from 'node:crypto'
import type { DraftStore } from '#usecases/ports/draft-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

/** What is being typed about people. A row keeps its id with its place: its sealed text is bound to it. */
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
      const known = await tx.draft.findUnique({ where, select: { id: true } })
      const id = known?.id ?? randomUUID()
      const data = { subjectId, ciphertext: vault.sealText(key, 'draft', 'ciphertext', id, text), savedAt: toDate(at) }
      await tx.draft.upsert({ where, create: { id, humanRef, place, ...data }, update: data })
    },
    async drop({ humanRef, place }) {
      await tx.draft.deleteMany({ where: { humanRef, place } })
    },
  }
}
