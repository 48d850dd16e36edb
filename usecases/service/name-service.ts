import { createHash } from 'node:crypto'
import { z } from 'zod'
import { locales } from '#domain/reader/preferences.ts'
import { command } from '../command.ts'
import { notFound } from '../errors.ts'
import { ServiceKey } from './add-service.ts'

export const NameServiceInput = z.object({
  /** A service or one of its purposes. */
  key: ServiceKey,
  locale: z.enum(locales),
  text: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too_long' }),
})

/** Says what a service or a purpose is called in one language: on screens, and in what is read aloud to a caller. */
export const nameService = command({
  name: 'service.name',
  permission: 'service.add',
  input: NameServiceInput,
  async run({ input, store }) {
    const { key, locale, text } = input
    const services = await store.consents.services()
    if (!services.some((service) => service.key === key || service.purposes.includes(key))) throw notFound('service')
    await store.consents.setName({ key, locale, text })
    // An entry holds codes and hashes: the name itself is what stands on the screens.
    const nameSha256 = createHash('sha256').update(text, 'utf8').digest('hex')
    return {
      value: { key, locale, text },
      events: [{ what: 'service.changed', data: { key, locale: locale.toLowerCase(), name_sha256: nameSha256 } }],
    }
  },
})
