import { z } from 'zod'

/** The parts of the fideslang dataset model that say something to us; every object may carry more. */

const name = z.string().min(1)

/** `collection.field`; the collection may carry its schema. */
const target = z.string().regex(/^.+\..+$/, 'must read "collection.field"')

const reference = z.object({
  dataset: name,
  field: target,
  direction: z.enum(['from', 'to']).nullish(),
})

const fidesMeta = z.object({
  identity: z.string().nullish(),
  primary_key: z.boolean().nullish(),
  references: z.array(reference).nullish(),
  data_type: z.string().nullish(),
  length: z.number().int().positive().nullish(),
  read_only: z.boolean().nullish(),
  masking_strategy_override: z
    .object({ strategy: name, configuration: z.object({ rewrite_value: z.string().nullish() }).nullish() })
    .nullish(),
})
export type FidesMeta = z.infer<typeof fidesMeta>

const field = z.object({
  name,
  data_categories: z.array(name).nullish(),
  fides_meta: fidesMeta.nullish(),
})
export type FieldInput = z.infer<typeof field>

const collection = z.object({
  name,
  data_categories: z.array(name).nullish(),
  fields: z.array(field),
  fides_meta: z
    .object({
      after: z.array(name).nullish(),
      erase_after: z.array(name).nullish(),
      skip_processing: z.boolean().nullish(),
    })
    .nullish(),
})

/** A whole file: one or several datasets of one database. */
export const datasetFileSchema = z.object({
  dataset: z
    .array(z.object({
      fides_key: name,
      data_categories: z.array(name).nullish(),
      collections: z.array(collection),
      fides_meta: z.object({ skip_processing: z.boolean().nullish() }).nullish(),
    }))
    .min(1, 'must hold at least one dataset'),
})
