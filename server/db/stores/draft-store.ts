import { randomUUID } from 'node:crypto'
import { AppError } from '#usecases/errors.ts'
import type { Draft, DraftKey, DraftPlace, DraftStore } from '#usecases/ports/draft-store.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate } from '../time.ts'

interface Row {
  readonly id: string
  readonly subjectId: string | null
  readonly ownKey: Uint8Array | null
}

/** What is being typed. The sealed text is bound to the row's id, so both change at once. */
export function draftStore({ tx, vault, subjectKeys }: Pick<DatabaseScope, 'tx' | 'vault' | 'subjectKeys'>): DraftStore {
  const at = ({ humanRef, form, of }: DraftPlace) => ({ humanRef_form_of: { humanRef, form, of } })

  /** The key that sealed a row; null where it was destroyed with the person's data. */
  async function keyOf({ id, subjectId, ownKey }: Row): Promise<Uint8Array | null> {
    if (ownKey !== null) return vault.subjectKey(id, ownKey)
    if (subjectId === null) return vault.houseKey('draft')
    try {
      return await subjectKeys.open(tx, subjectId)
    } catch (fault) {
      if (fault instanceof AppError && fault.code === 'not_found') return null
      throw fault
    }
  }

  /** The key for a new row, and how the row finds it again. A key of its own is drawn afresh each time. */
  async function newKey(id: string, key: DraftKey) {
    if (key.by === 'house') return { key: vault.houseKey('draft'), subjectId: null, ownKey: null }
    if (key.by === 'own') {
      const drawn = vault.newSubjectKey(id)
      return { key: drawn.key, subjectId: null, ownKey: drawn.wrapped }
    }
    return { key: await subjectKeys.open(tx, key.subjectId), subjectId: key.subjectId, ownKey: null }
  }

  return {
    async get(place): Promise<Draft | null> {
      const row = await tx.draft.findUnique({ where: at(place) })
      if (row === null) return null
      const key = await keyOf(row)
      if (key === null) return null
      return {
        key: row.subjectId !== null ? { by: 'subject', subjectId: row.subjectId } : { by: row.ownKey === null ? 'house' : 'own' },
        text: vault.openText(key, 'draft', 'ciphertext', row.id, row.ciphertext),
        savedAt: row.savedAt.getTime(),
      }
    },
    async put({ humanRef, form, of, key: by, text, at: savedAt }) {
      const id = randomUUID()
      const { key, ...found } = await newKey(id, by)
      const ciphertext = vault.sealText(key, 'draft', 'ciphertext', id, text)
      const data = { id, ...found, ciphertext, savedAt: toDate(savedAt) }
      const [about = ''] = of.split('/')
      await tx.draft.upsert({
        where: at({ humanRef, form, of }), create: { humanRef, form, of, about, ...data }, update: data,
      })
    },
    async drop({ humanRef, form, of }) {
      await tx.draft.deleteMany({ where: { humanRef, form, of } })
    },
    async dropAbout(callOrCase) {
      await tx.draft.deleteMany({ where: { about: callOrCase } })
    },
  }
}
