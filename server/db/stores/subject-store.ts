import { randomUUID } from 'node:crypto'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type {
  IdentifierRecord, NoteKind, NoteRecord, SubjectInput, SubjectRecord, SubjectStore,
} from '#usecases/ports/subject-store.ts'
import { accountRowId } from '../account-row.ts'
import type { Tx } from '../client.ts'
import type { DatabaseScope } from '../scope.ts'
import { toDate, toMs, toMsOrNull } from '../time.ts'

type SubjectRow = NonNullable<Awaited<ReturnType<Tx['subject']['findUnique']>>>
type IdentifierRow = NonNullable<Awaited<ReturnType<Tx['identifier']['findUnique']>>>

const subjectRecord = (row: SubjectRow): SubjectRecord => ({
  id: row.id,
  status: row.status as SubjectRecord['status'],
  locale: row.locale,
  jurisdiction: row.jurisdiction,
  registeredAt: toMsOrNull(row.registeredAt),
  createdAt: toMs(row.createdAt),
  version: row.version,
})

/** People: their identifiers and personal fields under the subject's key, found by blind index alone. */
export function subjectStore(scope: DatabaseScope): SubjectStore {
  const { tx, raw, vault, subjectKeys } = scope

  const openIdentifier = async (row: IdentifierRow): Promise<IdentifierRecord> => {
    const key = await subjectKeys.open(tx, row.subjectId)
    return {
      id: row.id,
      subjectId: row.subjectId,
      type: row.type as IdentifierType,
      value: vault.openText(key, 'identifier', 'ciphertext', row.id, row.ciphertext),
      heldFrom: toMs(row.heldFrom),
      heldTo: toMsOrNull(row.heldTo),
      firstLoad: row.firstLoad,
      reportedLostAt: toMsOrNull(row.reportedLostAt),
    }
  }

  return {
    async get(id) {
      const row = await tx.subject.findUnique({ where: { id } })
      return row && subjectRecord(row)
    },
    async findByIdentifier(type, normalised, options = {}) {
      // By hand: every look-up begins with it.
      const current = options.past === true ? '' : ' AND held_to IS NULL'
      const rows = await raw.all<{ subject_id: string }>(
        `SELECT subject_id FROM identifier WHERE blind_index = ? AND type = ?${current}`,
        [vault.blindIndex(type, normalised), type],
      )
      return [...new Set(rows.map((row) => row.subject_id))]
    },
    async identifiers(subjectId) {
      const rows = await tx.identifier.findMany({ where: { subjectId }, orderBy: { heldFrom: 'desc' } })
      const current = rows.filter((row) => row.heldTo === null)
      const past = rows.filter((row) => row.heldTo !== null)
      return Promise.all([...current, ...past].map(openIdentifier))
    },
    async field(subjectId, field) {
      const row = await tx.subjectField.findUnique({ where: { subjectId_field: { subjectId, field } } })
      if (row === null) return null
      const key = await subjectKeys.open(tx, subjectId)
      return vault.openText(key, 'subject_field', field, subjectId, row.ciphertext)
    },
    put: (input, now, source) => putSubject(scope, input, now, source),
    async reportLost(identifierId, now) {
      await tx.identifier.updateMany({
        where: { id: identifierId, reportedLostAt: null },
        data: { reportedLostAt: toDate(now) },
      })
    },
    async takeReportBack(identifierId, reportedAt) {
      const { count } = await tx.identifier.updateMany({
        where: { id: identifierId, reportedLostAt: toDate(reportedAt) },
        data: { reportedLostAt: null },
      })
      return count === 1
    },
    async addNote({ text, at, ...note }) {
      const key = await subjectKeys.open(tx, note.subjectId)
      const ciphertext = vault.sealText(key, 'note', 'ciphertext', note.id, text)
      await tx.note.create({ data: { ...note, ciphertext, at: toDate(at) } })
    },
    async notes(filter) {
      const rows = await tx.note.findMany({ where: filter, orderBy: { at: 'asc' } })
      return Promise.all(
        rows.map(async ({ ciphertext, at, ...row }): Promise<NoteRecord> => {
          const key = await subjectKeys.open(tx, row.subjectId)
          const text = vault.openText(key, 'note', 'ciphertext', row.id, ciphertext)
          return { ...row, kind: row.kind as NoteKind, at: toMs(at), text }
        }),
      )
    },
  }
}

/** Creates a subject with its key, or changes what differs; nothing is overwritten, old identifiers are ended. */
async function putSubject({ tx, vault, subjectKeys }: DatabaseScope, input: SubjectInput, now: number, source: string) {
  const [known] = await tx.identifier.findMany({
    where: { type: 'account_id', blindIndex: vault.blindIndex('account_id', input.externalId) },
    select: { subjectId: true },
    take: 1,
  })
  const subjectId = known?.subjectId ?? randomUUID()
  const created = known === undefined
  if (created) {
    await tx.subject.create({
      data: { id: subjectId, status: 'active', createdAt: toDate(now), updatedAt: toDate(now) },
    })
  }
  const key = created ? await subjectKeys.create(tx, subjectId, now) : await subjectKeys.open(tx, subjectId)
  let changed = created

  const wanted: [IdentifierType, string | null | undefined][] = [
    ['account_id', input.externalId],
    ['phone', input.identifiers.phone],
    ['email', input.identifiers.email],
    ['national_id', input.identifiers.national_id],
  ]
  const onFile = await tx.identifier.findMany({ where: { subjectId } })
  for (const [type, value] of wanted) {
    if (value === undefined) continue
    const current = onFile.find((row) => row.type === type && row.heldTo === null)
    const blindIndex = value === null ? null : vault.blindIndex(type, value)
    if (current === undefined ? blindIndex === null : sameBytes(current.blindIndex, blindIndex)) continue
    changed = true
    if (current !== undefined) await tx.identifier.update({ where: { id: current.id }, data: { heldTo: toDate(now) } })
    if (value === null || blindIndex === null) continue
    const firstLoad = !onFile.some((row) => row.type === type)
    const id = type === 'account_id' ? accountRowId(vault, value) : randomUUID()
    await tx.identifier.create({
      data: {
        id,
        subjectId,
        type,
        ciphertext: vault.sealText(key, 'identifier', 'ciphertext', id, value),
        blindIndex,
        // A first load is as old as the account; without a date it is no change (domain book, Verification).
        heldFrom: toDate(firstLoad ? (input.registeredAt ?? now) : now),
        source,
        firstLoad,
      },
    })
  }

  const fields: ['name' | 'born_on', string | null | undefined][] = [['name', input.name], ['born_on', input.bornOn]]
  for (const [field, value] of fields) {
    if (value === undefined) continue
    const where = { subjectId_field: { subjectId, field } }
    const row = await tx.subjectField.findUnique({ where })
    const before = row === null ? null : vault.openText(key, 'subject_field', field, subjectId, row.ciphertext)
    if (before === value) continue
    changed = true
    if (value === null) {
      await tx.subjectField.delete({ where })
    } else {
      const ciphertext = vault.sealText(key, 'subject_field', field, subjectId, value)
      const data = { ciphertext, updatedAt: toDate(now) }
      await tx.subjectField.upsert({ where, create: { subjectId, field, ...data }, update: data })
    }
  }

  const subject = await tx.subject.findUniqueOrThrow({ where: { id: subjectId } })
  const plain = {
    locale: input.locale === undefined ? subject.locale : input.locale,
    jurisdiction: input.jurisdiction === undefined ? subject.jurisdiction : input.jurisdiction,
    registeredAt:
      input.registeredAt === undefined || input.registeredAt === null
        ? subject.registeredAt
        : toDate(input.registeredAt),
  }
  const plainChanged =
    plain.locale !== subject.locale ||
    plain.jurisdiction !== subject.jurisdiction ||
    plain.registeredAt?.getTime() !== subject.registeredAt?.getTime()
  if (plainChanged || changed) {
    await tx.subject.update({
      where: { id: subjectId },
      data: { ...plain, updatedAt: toDate(now), version: { increment: 1 } },
    })
  }
  const outcome: 'created' | 'changed' | 'unchanged' = created ? 'created' : changed || plainChanged ? 'changed' : 'unchanged'
  return { subjectId, outcome }
}

const sameBytes = (a: Uint8Array, b: Uint8Array | null): boolean => b !== null && Buffer.compare(a, b) === 0
