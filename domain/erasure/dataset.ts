import { datasetFileSchema, type FieldInput, type FidesMeta } from './dataset-schema.ts'
import { faultsOf, FileFault } from './file-fault.ts'
import { identityTypeOf, type IdentityType } from './identity.ts'
import { readYaml } from './read-yaml.ts'

/** Which way values flow along a reference: towards what it names, from it, or either. */
export type Direction = 'to' | 'from' | 'both'

export interface Reference {
  readonly collection: string
  readonly field: string
  readonly direction: Direction
}

/** fideslang's way to say how a field of this name is masked where its row has to stay. */
export interface MaskOverride {
  readonly strategy: string
  readonly value: string | null
}

export interface Field {
  readonly name: string
  readonly categories: readonly string[]
  readonly identity: IdentityType | null
  readonly primaryKey: boolean
  readonly readOnly: boolean
  readonly length: number | null
  readonly references: readonly Reference[]
  readonly maskOverride: MaskOverride | null
}

export interface Collection {
  readonly dataset: string
  /** The table's name, with its schema before a dot where it needs one. */
  readonly name: string
  readonly fields: readonly Field[]
  readonly after: readonly string[]
  readonly eraseAfter: readonly string[]
  /** Neither searched nor followed: what stands there is somebody else's matter. */
  readonly skip: boolean
}

/** What one connected system holds, as its fideslang file describes it. */
export interface Dataset {
  readonly collections: readonly Collection[]
  /** What the file says and we pass over, one line each. */
  readonly passedOver: readonly string[]
}

/**
 * Reads a fideslang dataset file (one or several datasets that live in one database). Keys we do not know are
 * left alone, nested fields too: a SQL table has none.
 *
 * @throws FileFault with every place that can not be read
 */
export function parseDataset(text: string): Dataset {
  const parsed = datasetFileSchema.safeParse(readYaml('dataset', text))
  if (!parsed.success) throw new FileFault('dataset', faultsOf(parsed.error))
  const passedOver: string[] = []
  const keys = new Set(parsed.data.dataset.map((dataset) => dataset.fides_key))
  const collections = parsed.data.dataset.flatMap((dataset) =>
    dataset.collections.map((collection): Collection => {
      const inherited = [...(dataset.data_categories ?? []), ...(collection.data_categories ?? [])]
      return {
        dataset: dataset.fides_key,
        name: collection.name,
        fields: collection.fields.map((field) =>
          readField(field, inherited, keys, collection.name, passedOver),
        ),
        after: (collection.fides_meta?.after ?? []).map(withoutDataset(keys)),
        eraseAfter: (collection.fides_meta?.erase_after ?? []).map(withoutDataset(keys)),
        skip: collection.fides_meta?.skip_processing ?? dataset.fides_meta?.skip_processing ?? false,
      }
    }),
  )
  const faults = [...doubles(collections), ...loose(collections)]
  if (faults.length > 0) throw new FileFault('dataset', faults)
  return { collections, passedOver }
}

function readField(
  field: FieldInput,
  inherited: readonly string[],
  keys: ReadonlySet<string>,
  collection: string,
  passedOver: string[],
): Field {
  const meta: FidesMeta = field.fides_meta ?? {}
  const identity = meta.identity ? identityTypeOf(meta.identity) : null
  if (meta.identity && identity === null) {
    passedOver.push(`${collection}.${field.name}: identity "${meta.identity}" is none that we search by`)
  }
  const references = (meta.references ?? []).flatMap((reference): Reference[] => {
    if (!keys.has(reference.dataset)) {
      passedOver.push(`${collection}.${field.name}: dataset "${reference.dataset}" is not in this file`)
      return []
    }
    const dot = reference.field.lastIndexOf('.')
    return [{
      collection: reference.field.slice(0, dot),
      field: reference.field.slice(dot + 1),
      direction: reference.direction ?? 'both',
    }]
  })
  const override = meta.masking_strategy_override
  return {
    name: field.name,
    categories: field.data_categories ?? inherited,
    identity,
    primaryKey: meta.primary_key ?? false,
    readOnly: meta.read_only ?? false,
    length: meta.length ?? null,
    references,
    maskOverride: override
      ? { strategy: override.strategy, value: override.configuration?.rewrite_value ?? null }
      : null,
  }
}

function withoutDataset(keys: ReadonlySet<string>): (name: string) => string {
  return (name) => {
    const key = name.slice(0, name.indexOf('.'))
    return keys.has(key) ? name.slice(key.length + 1) : name
  }
}

function doubles(collections: readonly Collection[]): string[] {
  const seen = new Set<string>()
  return collections.flatMap((collection) => {
    if (seen.has(collection.name)) return [`collection "${collection.name}" stands there twice`]
    seen.add(collection.name)
    const fields = collection.fields.map((field) => field.name)
    const double = fields.find((name, index) => fields.indexOf(name) !== index)
    return double === undefined ? [] : [`field "${collection.name}.${double}" stands there twice`]
  })
}

/** References and orders that name what the file does not hold. */
function loose(collections: readonly Collection[]): string[] {
  const fields = new Set(collections.flatMap((c) => c.fields.map((f) => `${c.name}.${f.name}`)))
  const names = new Set(collections.map((c) => c.name))
  return collections.flatMap((c) => [
    ...c.fields.flatMap((f) =>
      f.references
        .filter((r) => !fields.has(`${r.collection}.${r.field}`))
        .map((r) => `${c.name}.${f.name} refers to "${r.collection}.${r.field}", which the file does not hold`),
    ),
    ...[...c.after, ...c.eraseAfter]
      .filter((name) => !names.has(name))
      .map((name) => `${c.name} comes after "${name}", which the file does not hold`),
  ])
}
