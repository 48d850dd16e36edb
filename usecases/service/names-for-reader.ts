import { z } from 'zod'
import { locales } from '#domain/reader/preferences.ts'
import { nameIn, readableKey } from '#domain/service/names.ts'
import { query } from '../query.ts'

/**
 * What services and purposes are called in the reader's language, by what views call them: their keys read as words.
 */
export const namesForReader = query({
  name: 'service.names',
  permission: 'service.list',
  input: z.object({ locale: z.enum(locales) }),
  async run({ input, store }): Promise<Record<string, string>> {
    const names = await store.consents.names()
    return Object.fromEntries([...names.keys()].map((key) => [readableKey(key), nameIn(input.locale, key, names)]))
  },
})
