import type { Cell } from '#domain/erasure/cell.ts'
import type { Graph } from '#domain/erasure/graph.ts'
import type { IdentityType, IdentityValue } from '#domain/erasure/identity.ts'
import { isUnique, tableOf, type ColumnFacts, type ColumnType, type SchemaFacts } from '#domain/erasure/schema-facts.ts'
import type { TableFacts } from '#domain/erasure/schema-facts.ts'

/** Column → value, or `taken`: whatever an existing row has there. */
export type InventedRow = ReadonlyMap<string, Cell | typeof taken>
export const taken = Symbol('the value of an existing row')

/** Rows of somebody who does not exist, one a collection, pointing at each other as the references ask. */
export interface InventedPerson {
  readonly rows: ReadonlyMap<string, InventedRow>
  readonly identities: readonly IdentityValue[]
}

/** High enough to be nobody's, low enough for a 32-bit column. */
const inventedNumber = 2_140_000_017
const inventedUuid = '00000000-0000-4000-8000-0000726a6e17'

/** Identifiers that are given to nobody: a reserved domain, a number range for fiction, a sample id. */
const inventedIdentities: Readonly<Record<IdentityType, string>> = {
  account_id: 'rd-trial',
  national_id: 'CN:11010519491231002X',
  phone: '+12025550143',
  email: 'trial@rightsdesk.invalid',
}

/**
 * Invents one row for each collection that can belong to a person: identities, keys, and for every other column
 * that must be filled, or that holds personal data, a value of its type.
 */
export function inventPerson(graph: Graph, schema: SchemaFacts, collections: ReadonlySet<string>): InventedPerson {
  const identities = new Map<string, IdentityValue>()
  const rows = new Map<string, Map<string, Cell | typeof taken>>()
  for (const name of collections) {
    const table = tableOf(schema, name)
    const collection = graph.collections.get(name)
    if (!table || !collection) continue
    const row = new Map<string, Cell | typeof taken>()
    for (const column of table.columns) {
      const field = collection.fields.find((one) => one.name === column.name)
      if (field?.identity) {
        const value = identityFor(field.identity, column.type)
        identities.set(`${field.identity} ${value}`, { type: field.identity, value: String(value) })
        row.set(column.name, value)
      } else if (table.primaryKey.includes(column.name) || isUnique(table, column.name)) {
        row.set(column.name, valueFor(column))
      } else if (!column.filled && (column.notNull || (field?.categories.length ?? 0) > 0)) {
        row.set(column.name, valueFor(column))
      }
    }
    rows.set(name, row)
  }
  for (const [name, row] of rows) link(graph, tableOf(schema, name), name, row, rows)
  return { rows, identities: [...identities.values()] }
}

/** References take the invented parent's value, or an existing row's where the parent is nobody's. */
function link(
  graph: Graph,
  table: TableFacts | null,
  name: string,
  row: Map<string, Cell | typeof taken>,
  rows: ReadonlyMap<string, InventedRow>,
): void {
  for (const edge of graph.edges.filter((one) => one.child === name)) {
    const required = table?.columns.find((column) => column.name === edge.childField)?.notNull ?? false
    const parent = edge.parent === name ? undefined : rows.get(edge.parent)?.get(edge.parentField)
    if (parent !== undefined) row.set(edge.childField, parent)
    else if (required) row.set(edge.childField, edge.parent === name ? (row.get(edge.parentField) ?? null) : taken)
    else row.delete(edge.childField)
  }
}

function identityFor(identity: IdentityType, type: ColumnType): string | number {
  if (type === 'integer' || type === 'number') return inventedNumber
  return type === 'uuid' ? inventedUuid : inventedIdentities[identity]
}

function valueFor(column: ColumnFacts): Cell | typeof taken {
  switch (column.type) {
    case 'text':
      return 'rd-trial'.slice(0, column.length ?? undefined)
    case 'integer':
      return inventedNumber
    case 'number':
    case 'boolean':
      return 1
    case 'date':
      return '2020-02-29'
    case 'timestamp':
      return '2020-02-29 12:00:00'
    case 'uuid':
      return inventedUuid
    case 'bytes':
      return { hex: '7264' }
    default:
      return taken
  }
}
