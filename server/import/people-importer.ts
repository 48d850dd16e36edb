import { readPersonRow, type PersonRow } from '#usecases/import/person-row.ts'
import type { Database } from '../db/client.ts'
import type { RawQueries } from '../db/raw.ts'
import type { Vault } from '../keys/vault.ts'
import { Moved, type BatchRow, type Importer, type PreparedBatch, type RowOutcome } from './importer.ts'
import { hexText } from '../db/gate/list-query.ts'
import { erasedByTag, peopleOnFile, subjectsByAccount, versionsOf } from './people-on-file.ts'
import { importSource, PeopleWrites } from './people-writes.ts'

/** Imports people: new ones under a key of their own, known ones where the row differs, erased ones never again. */
export function peopleImporter({ database, vault }: { database: Database; vault: Vault }): Importer<PersonRow> {
  return {
    kind: 'people',
    read: readPersonRow,
    keysOf: (row) => ({ leaves: [row.externalId], mayNotMeet: [row.externalId] }),
    async prepare(rows, now): Promise<PreparedBatch> {
      const accounts = rows.map(({ value }) => vault.blindIndex('account_id', value.externalId))
      const tags = rows.map(({ value }) => vault.registryTag('account_id', value.externalId).tag)
      const ids = await subjectsByAccount(database.raw, accounts)
      const erased = await erasedByTag(database.raw, tags)
      const people = await peopleOnFile(database.raw, vault, [...ids.values()])
      const writes = new PeopleWrites(vault, now)
      const workItems: PreparedBatch['workItems'][number][] = []

      const outcomes = rows.map(({ value }: BatchRow<PersonRow>, index): RowOutcome => {
        const erasedId = erased.get(hexText(tags[index] ?? new Uint8Array()))
        if (erasedId !== undefined) {
          workItems.push({ kind: 'erased_sent_again', ref: erasedId, source: importSource })
          return { outcome: 'rejected', fault: { field: null, reason: 'subject-erased' } }
        }
        const subjectId = ids.get(hexText(accounts[index] ?? new Uint8Array()))
        const known = subjectId === undefined ? undefined : people.get(subjectId)
        if (known !== undefined) return { outcome: writes.change(value, known) ? 'accepted' : 'unchanged' }
        if (!value.hasIdentifier) return { outcome: 'rejected', fault: { field: null, reason: 'no-good-identifier' } }
        writes.add(value)
        return { outcome: 'accepted' }
      })

      return {
        outcomes,
        workItems,
        jobs: [],
        events: [],
        async write(queries: RawQueries) {
          const versions = new Map([...people].map(([id, one]) => [id, one.version]))
          await assertUnmoved(queries, { accounts, tags, ids, erased, versions })
          await writes.send(queries)
        },
      }
    },
  }
}

interface Seen {
  readonly accounts: readonly Uint8Array[]
  readonly tags: readonly Uint8Array[]
  readonly ids: ReadonlyMap<string, string>
  readonly erased: ReadonlyMap<string, string>
  readonly versions: ReadonlyMap<string, number>
}

/** Nobody added, changed or erased one of these people since they were read. @throws Moved */
async function assertUnmoved(queries: RawQueries, seen: Seen): Promise<void> {
  const ids = await subjectsByAccount(queries, seen.accounts)
  const erased = await erasedByTag(queries, seen.tags)
  const versions = await versionsOf(queries, [...seen.versions.keys()])
  if (!same(ids, seen.ids) || !same(erased, seen.erased) || !same(versions, seen.versions)) throw new Moved()
}

const same = <V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
