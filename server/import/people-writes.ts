import { randomUUID } from 'node:crypto'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { PersonRow } from '#usecases/import/person-row.ts'
import { accountRowId } from '../db/account-row.ts'
import { orderedIds } from '../db/ordered-ids.ts'
import type { RawParam, RawQueries } from '../db/raw.ts'
import { toDate, toDateOrNull } from '../db/time.ts'
import type { Vault } from '../keys/vault.ts'
import { hexText } from '../db/gate/list-query.ts'
import type { PersonOnFile } from './people-on-file.ts'

type Rows = (readonly RawParam[])[]

/** Where identifiers of an import say that they came from. */
export const importSource = 'import'

/**
 * The statements of one batch of people, gathered before its transaction begins, in the order of the tables. It does
 * what `SubjectStore.put` does (server/db/stores/subject-store.ts), for a thousand at a time.
 */
export class PeopleWrites {
  readonly #vault: Vault
  readonly #now: Date
  readonly #nextId: () => string
  readonly #subjects: Rows = []
  readonly #keys: Rows = []
  readonly #identifiers: Rows = []
  readonly #ended: Rows = []
  readonly #fields: Rows = []
  readonly #changes: Rows = []

  constructor(vault: Vault, now: number) {
    this.#vault = vault
    this.#now = toDate(now)
    this.#nextId = orderedIds(now)
  }

  /** A person who is not on file yet. */
  add(row: PersonRow): void {
    const subjectId = randomUUID()
    const { key, wrapped, keyVersion } = this.#vault.newSubjectKey(subjectId)
    const registered = toDateOrNull(row.registeredAt ?? null)
    this.#subjects.push([
      subjectId, 'active', row.locale ?? null, row.jurisdiction ?? null, registered, this.#now, this.#now, 1,
    ])
    this.#keys.push([subjectId, wrapped, keyVersion, this.#now])
    // A first load is as old as the account (domain book, Verification).
    const heldFrom = registered ?? this.#now
    this.#identifier(subjectId, key, 'account_id', row.externalId, heldFrom, true)
    for (const [type, value] of contactsOf(row)) this.#identifier(subjectId, key, type, value, heldFrom, true)
    if (isGiven(row.name)) this.#field(subjectId, key, 'name', row.name)
    if (isGiven(row.bornOn)) this.#field(subjectId, key, 'born_on', row.bornOn)
  }

  /** A person on file: what differs is changed. False when nothing does. */
  change(row: PersonRow, known: PersonOnFile): boolean {
    const before = this.#identifiers.length + this.#fields.length
    for (const [type, value] of contactsOf(row)) {
      const index = hexText(this.#vault.blindIndex(type, value))
      const current = known.identifiers.find((one) => one.type === type && one.current)
      if (current?.index === index) continue
      const firstLoad = !known.identifiers.some((one) => one.type === type)
      if (current !== undefined) this.#ended.push([this.#now, current.id])
      const since = row.registeredAt ?? known.registeredAt
      const heldFrom = firstLoad && since !== null ? toDate(since) : this.#now
      this.#identifier(known.subjectId, known.key, type, value, heldFrom, firstLoad)
    }
    if (isGiven(row.name) && row.name !== known.name) this.#field(known.subjectId, known.key, 'name', row.name)
    if (isGiven(row.bornOn) && row.bornOn !== known.bornOn) this.#field(known.subjectId, known.key, 'born_on', row.bornOn)
    const plain = {
      locale: row.locale ?? known.locale,
      jurisdiction: row.jurisdiction ?? known.jurisdiction,
      registeredAt: row.registeredAt ?? known.registeredAt,
    }
    const plainDiffers =
      plain.locale !== known.locale || plain.jurisdiction !== known.jurisdiction ||
      plain.registeredAt !== known.registeredAt
    if (!plainDiffers && this.#identifiers.length + this.#fields.length === before) return false
    this.#changes.push([
      plain.locale, plain.jurisdiction, toDateOrNull(plain.registeredAt), this.#now, known.subjectId,
    ])
    return true
  }

  /** Sends what was gathered. */
  async send(queries: RawQueries): Promise<void> {
    const sending: [string, Rows][] = [
      [
        `INSERT INTO subject (id, status, locale, jurisdiction, registered_at, created_at, updated_at, version)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        this.#subjects,
      ],
      ['INSERT INTO subject_key (subject_id, wrapped, key_version, created_at) VALUES (?, ?, ?, ?)', this.#keys],
      ['UPDATE identifier SET held_to = ? WHERE id = ?', this.#ended],
      [
        `INSERT INTO identifier (id, subject_id, type, ciphertext, blind_index, held_from, source, first_load)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        this.#identifiers,
      ],
      [
        `INSERT INTO subject_field (subject_id, field, ciphertext, updated_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (subject_id, field)
         DO UPDATE SET ciphertext = excluded.ciphertext, updated_at = excluded.updated_at`,
        this.#fields,
      ],
      [
        `UPDATE subject SET locale = ?, jurisdiction = ?, registered_at = ?, updated_at = ?, version = version + 1
         WHERE id = ?`,
        this.#changes,
      ],
    ]
    for (const [sql, rows] of sending) {
      for (let from = 0; from < rows.length; from += 1_000) await queries.runMany(sql, rows.slice(from, from + 1_000))
    }
  }

  #identifier(
    subjectId: string,
    key: Uint8Array,
    type: IdentifierType,
    value: string,
    heldFrom: Date,
    first: boolean,
  ): void {
    const id = type === 'account_id' ? accountRowId(this.#vault, value) : this.#nextId()
    const sealed = this.#vault.sealText(key, 'identifier', 'ciphertext', id, value)
    const index = this.#vault.blindIndex(type, value)
    this.#identifiers.push([id, subjectId, type, sealed, index, heldFrom, importSource, first])
  }

  #field(subjectId: string, key: Uint8Array, field: 'name' | 'born_on', value: string): void {
    const sealed = this.#vault.sealText(key, 'subject_field', field, subjectId, value)
    this.#fields.push([subjectId, field, sealed, this.#now])
  }
}

/** A cell that was empty leaves what is on file. */
const isGiven = (value: string | null | undefined): value is string => value !== undefined && value !== null

const contactTypes = ['phone', 'email', 'national_id'] as const

const contactsOf = ({ identifiers }: PersonRow): [IdentifierType, string][] =>
  contactTypes.flatMap((type) => {
    const value = identifiers[type]
    return isGiven(value) ? [[type, value]] : []
  })
