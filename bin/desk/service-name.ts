import { locales } from '#domain/reader/preferences.ts'
import { nameService } from '#usecases/service/name-service.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: `<key> --locale ${locales.join('|')} --text "…"`,
  summary: 'Says what a service or a purpose is called in one language, on screens and in what is read aloud.',
  positionals: ['key'],
  options: { locale: { type: 'string' }, text: { type: 'string' } },
  async run({ args: [key], values, open }) {
    if (values.locale === undefined) throw new UsageError('--locale is missing')
    if (values.text === undefined) throw new UsageError('--text is missing')
    const named = await (await open()).command(nameService, { key, locale: values.locale, text: values.text }, operator)
    return { json: named, lines: [`${named.key} is called ${named.text} (${named.locale})`] }
  },
})
