import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import compile from 'icu-minify/compile'
import { _createCache as createCache, _createIntlFormatters as createIntlFormatters } from 'use-intl/core'
import asWritten from 'use-intl/format-message'
import asBuilt from 'use-intl/format-message/format-only'
import { describe, expect, it } from 'vitest'
import { formats } from '#domain/reader/formats.ts'
import { flatten } from '../support/icu.ts'

const root = path.resolve(import.meta.dirname, '../../messages')

/** What an argument may be given: by how the message uses it. */
type Samples = Map<string, Set<unknown>>

/** The codes by which a compiled message says what an argument is. */
const kinds = { select: 1, plural: 2, ordinal: 3, number: 4, date: 5, time: 6 } as const

const summer = Date.UTC(2018, 6, 1, 23, 5, 9)
const winter = Date.UTC(2018, 0, 14, 0, 30)

/** Every argument and tag of a compiled message, with values that reach each of its branches. */
function samplesOf(compiled: unknown, samples: Samples = new Map()): Samples {
  if (!Array.isArray(compiled)) return samples
  for (const node of compiled as unknown[]) {
    if (!Array.isArray(node)) continue
    const [name, kind, inner] = node as [string, unknown, unknown]
    const give = (...values: unknown[]) => samples.set(name, new Set([...(samples.get(name) ?? []), ...values]))
    if (kind === undefined) give('Zoë & <Co>', 7)
    else if (kind === kinds.number) give(0, 1234567)
    else if (kind === kinds.date || kind === kinds.time) give(summer, winter)
    else if (kind === kinds.select) give(...Object.keys(inner as object), 'something else')
    else if (kind === kinds.plural || kind === kinds.ordinal) give(0, 1, 2, 3, 11, 1500)
    else give((chunks: unknown) => `<${name}>${String(chunks)}</${name}>`)
    if (kind === kinds.select || kind === kinds.plural || kind === kinds.ordinal) {
      for (const branch of Object.values(inner as object)) samplesOf(branch, samples)
    } else if (typeof kind !== 'number') samplesOf(node.slice(1), samples)
  }
  return samples
}

/** Each sample of each argument, with the first of the others. */
function valuesOf(samples: Samples): Record<string, unknown>[] {
  const first = Object.fromEntries([...samples].map(([name, values]) => [name, [...values][0]]))
  return [first, ...[...samples].flatMap(([name, values]) => [...values].map((value) => ({ ...first, [name]: value })))]
}

describe.each(['en', 'zh-CN'])('what the built desk says, in %s', (language) => {
  const cache = createCache()
  const options = {
    cache,
    formatters: createIntlFormatters(cache),
    formats,
    locale: language === 'en' ? 'en-GB' : language,
    timeZone: 'Asia/Shanghai',
  }

  it.each(readdirSync(path.join(root, language)))('%s: every message says the same as it is written', (file) => {
    const messages = flatten(JSON.parse(readFileSync(path.join(root, language, file), 'utf8')))
    for (const [key, text] of messages) {
      const compiled = compile(text)
      for (const values of valuesOf(samplesOf(compiled)) as NonNullable<Parameters<typeof asWritten>[2]>[]) {
        expect(asBuilt(key, compiled, values, options), key).toEqual(asWritten(key, text, values, options))
      }
    }
  })
})
