import { z } from 'zod'
import { scriptBook, scriptFor, scriptIds, scriptLocales } from '#domain/script/script.ts'
import { query } from '../query.ts'
import type { ScriptRoomView } from '../views/scripts.ts'

/** What is read aloud in one language, each line beside the reader's, and which versions people were told by. */
export const listScripts = query({
  name: 'script.list',
  permission: 'script.list',
  input: z.object({
    /** The reader's own, BCP 47. */
    reader: z.string().max(35),
    /** The language that is looked at; another than the reader's where none is asked for. */
    language: z.string().max(35).optional(),
  }),
  async run({ input, store }): Promise<ScriptRoomView> {
    const own = scriptBook(input.reader)
    const other = scriptLocales.find((locale) => locale !== own.locale) ?? own.locale
    const said = scriptBook(input.language ?? other)
    return {
      languages: scriptLocales.map((locale) => ({ locale, version: scriptBook(locale).version })),
      locale: said.locale,
      scripts: scriptIds.map((id) => {
        const script = scriptFor(id, { caller: said.locale, reader: own.locale })
        return { ...script, lines: script.lines.map((line) => ({ ...line })) }
      }),
      withoutDays: { say: said.withoutDays, beside: said === own ? null : own.withoutDays },
      told: (await store.health.scriptsTold()).map((one) => ({ ...one })),
    }
  },
})
