import type { Collection, Dataset } from './dataset.ts'
import { isUnique, tableOf, type SchemaFacts } from './schema-facts.ts'

/**
 * Rows of `child` point at rows of `parent`: the values of `childField` are values of `parentField`. `down`
 * and `up` say which way the person's data is followed along it. An edge without either is a foreign key that
 * only the database knows of: nothing is followed, but a row that it needs can not go.
 */
export interface Edge {
  readonly child: string
  readonly childField: string
  readonly parent: string
  readonly parentField: string
  readonly down: boolean
  readonly up: boolean
}

export interface Graph {
  readonly collections: ReadonlyMap<string, Collection>
  readonly edges: readonly Edge[]
  /** Collections whose rows belong to a person by an identity of their own. */
  readonly identified: ReadonlySet<string>
  /** Those, and whatever belongs to their rows: pointing at a row of these is belonging to somebody. */
  readonly owned: ReadonlySet<string>
}

/** The references of a dataset together with the foreign keys that the database really has. */
export function graphOf(dataset: Dataset, schema: SchemaFacts): Graph {
  const collections = new Map(dataset.collections.map((collection) => [collection.name, collection]))
  const edges = new Map<string, Edge>()
  for (const edge of [...declaredEdges(dataset, schema), ...foreignKeyEdges(schema)]) {
    const place = JSON.stringify([edge.child, edge.childField, edge.parent, edge.parentField])
    const known = edges.get(place)
    edges.set(place, known ? { ...known, down: known.down || edge.down, up: known.up || edge.up } : edge)
  }
  const identified = new Set(
    dataset.collections
      .filter((c) => !c.skip && c.fields.some((field) => field.identity !== null))
      .map((c) => c.name),
  )
  const all = [...edges.values()]
  return { collections, edges: all, identified, owned: downwards(identified, all, collections) }
}

function declaredEdges(dataset: Dataset, schema: SchemaFacts): Edge[] {
  return dataset.collections.flatMap((here) =>
    here.fields.flatMap((field) =>
      field.references.map((reference): Edge => {
        const there = { collection: reference.collection, field: reference.field }
        const holder = { collection: here.name, field: field.name }
        // A reply belongs to whoever wrote it, not to whom it answers: within one collection, only a direction that
        // the file gives is followed.
        const both = reference.direction === 'both' && here.name !== reference.collection
        const outwards = reference.direction === 'to' || both
        const inwards = reference.direction === 'from' || both
        // A file may name a reference on either of its ends; the parent is the end that the key stands on.
        return isKey(dataset, schema, holder) && !isKey(dataset, schema, there)
          ? edge(there, holder, outwards, inwards)
          : edge(holder, there, inwards, outwards)
      }),
    ),
  )
}

type End = { readonly collection: string; readonly field: string }

function edge(child: End, parent: End, down: boolean, up: boolean): Edge {
  return {
    child: child.collection,
    childField: child.field,
    parent: parent.collection,
    parentField: parent.field,
    down,
    up,
  }
}

function isKey(dataset: Dataset, schema: SchemaFacts, end: End): boolean {
  const table = tableOf(schema, end.collection)
  if (table) return isUnique(table, end.field)
  const fields = dataset.collections.find((c) => c.name === end.collection)?.fields ?? []
  return fields.find((field) => field.name === end.field)?.primaryKey ?? false
}

/** A key over several columns is taken by its first: that finds more rows than it has to, never fewer. */
function foreignKeyEdges(schema: SchemaFacts): Edge[] {
  return schema.tables.flatMap((table) =>
    table.foreignKeys.flatMap((key) => {
      const [childField, parentField] = [key.columns[0], key.references[0]]
      if (childField === undefined || parentField === undefined) return []
      return [{ child: table.name, childField, parent: key.table, parentField, down: false, up: false }]
    }),
  )
}

function downwards(
  from: ReadonlySet<string>,
  edges: readonly Edge[],
  collections: ReadonlyMap<string, Collection>,
): Set<string> {
  const reached = new Set(from)
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const { parent, child, down } of edges) {
      if (down && reached.has(parent) && collections.get(child)?.skip === false) reached.add(child)
    }
  }
  return reached
}
