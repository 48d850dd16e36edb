import { z } from 'zod'
import { parsePeriod } from './retention.ts'
import { origins } from './policy.ts'
import type { EraseAction, KeepTerms, MaskAction, Policy, PolicyRule } from './policy.ts'

const maskNames = ['null', 'constant', 'random', 'truncate_date', 'keep_last', 'pseudonym'] as const
type MaskName = (typeof maskNames)[number]

/** `null` in YAML is the word `null` here: `erase: null` masks with NULL. */
const word = z.preprocess((value) => (value === null ? 'null' : value), z.string())

const written = z.union([
  word,
  z.strictObject({
    do: word,
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    n: z.number().int().min(1).max(12).optional(),
  }),
])

const mask = written.transform((input, ctx): MaskAction => {
  const spelled = { do: '', value: undefined, n: undefined }
  const { do: name, value, n } = typeof input === 'string' ? { ...spelled, do: input } : input
  if (!(maskNames as readonly string[]).includes(name)) {
    ctx.addIssue({ code: 'custom', message: `"${name}" is none of ${maskNames.join(', ')}` })
    return z.NEVER
  }
  const action = maskAction(name as MaskName, value, n)
  if (typeof action === 'string') {
    ctx.addIssue({ code: 'custom', message: action })
    return z.NEVER
  }
  return action
})

function maskAction(name: MaskName, value: string | number | boolean | undefined, n?: number): MaskAction | string {
  switch (name) {
    case 'null':
    case 'random':
    case 'pseudonym':
      return { do: name }
    case 'constant':
      return { do: name, value: value ?? 'erased' }
    case 'keep_last':
      return { do: name, n: n ?? 4 }
    case 'truncate_date':
      if (value !== undefined && value !== 'year' && value !== 'month') return 'truncates to "year" or "month"'
      return { do: name, to: value ?? 'year' }
  }
}

const erase = z.union([z.literal('row'), z.strictObject({ do: z.literal('row') }), mask], {
  error: 'must be row or a way to mask: null, constant, random, truncate_date, keep_last, pseudonym',
}).transform((input): EraseAction => (input === 'row' ? { do: 'row' } : input))

const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, YYYY-MM-DD'),
)

const keep = z
  .strictObject({
    basis: z.string().regex(/^[^\p{Cc}]{1,120}$/u, 'must name the legal basis in one line, at most 120 characters'),
    for: z
      .string()
      .refine((text) => parsePeriod(text) !== null, 'must be a period such as P10Y or "10 years"')
      .optional(),
    until: date.optional(),
    from_field: z.string().min(1).optional(),
    mask: z.record(z.string(), mask).optional(),
  })
  .refine((terms) => !(terms.for && terms.until), 'says both "for" and "until"')
  .refine((terms) => Boolean(terms.for) === Boolean(terms.from_field), '"for" and "from_field" need each other')
  .transform((terms): KeepTerms => ({
    basis: terms.basis,
    for: terms.for === undefined ? null : parsePeriod(terms.for),
    until: terms.until ?? null,
    fromField: terms.from_field ?? null,
    mask: new Map(Object.entries(terms.mask ?? {})),
  }))

const some = z.union([z.string().min(1).transform((one) => [one]), z.array(z.string().min(1)).min(1)]).optional()

const rule = z
  .strictObject({
    match: z.strictObject({ dataset: some, collection: some, field: some, category: some }).default({}),
    service: z.string().regex(/^[a-z0-9_]{1,80}$/, 'must be the key of a service').optional(),
    origin: z.enum(origins).optional(),
    erase: erase.optional(),
    keep: keep.optional(),
    shared: z.enum(['keep', 'detach']).default('keep'),
  })
  .refine((input) => (input.erase === undefined) !== (input.keep === undefined), 'must say either erase or keep')
  .refine((input) => !(input.origin && !input.service), 'names an origin without the service that has it')
  .transform((input, ctx): PolicyRule => {
    const action = input.erase ? { erase: input.erase } : input.keep ? { keep: input.keep } : null
    if (action === null) {
      ctx.addIssue({ code: 'custom', message: 'must say either erase or keep' })
      return z.NEVER
    }
    const { dataset, collection, field, category } = input.match
    return {
      match: {
        dataset: dataset ?? null,
        collection: collection ?? null,
        field: field ?? null,
        category: category ?? null,
      },
      service: input.service ?? null,
      origin: input.origin ?? null,
      action,
      shared: input.shared,
    }
  })

/** A policy file: `version` and `rules`. Unlike a dataset, a word that we do not know is a fault. */
export const policyFileSchema = z
  .strictObject({
    version: z.union([z.string().min(1), z.number()]).transform(String),
    rules: z.array(rule).min(1, 'must hold at least one rule'),
  })
  .transform((file): Policy => file)
