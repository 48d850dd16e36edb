import { z } from 'zod'
import { command } from '../command.ts'
import { AppError } from '../errors.ts'

/** A service or purpose key: part of entries, exports and policies, so short and plain. */
export const ServiceKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'invalid' })

export const AddServiceInput = z
  .object({
    key: ServiceKey,
    purposes: z.array(ServiceKey).min(1, { error: 'required' }).max(50, { error: 'too_big' }),
    /** The purpose whose consent the enrolment rests on. */
    restsOn: ServiceKey,
    /** The setting `service_sensitive` when absent. */
    sensitive: z.boolean().optional(),
  })
  .refine(({ purposes, restsOn }) => purposes.includes(restsOn), { path: ['restsOn'], error: 'not_one_of_the_purposes' })

/** Adds something that one enrols in. */
export const addService = command({
  name: 'service.add',
  permission: 'service.add',
  input: AddServiceInput,
  async run({ input, now, store }) {
    if ((await store.consents.service(input.key)) !== null) {
      throw new AppError('conflict', 'service_exists', { fields: { key: 'taken' } })
    }
    const sensitive = input.sensitive ?? (await store.settings.all()).service_sensitive
    const purposes = [...new Set(input.purposes)]
    await store.consents.addService({ key: input.key, restsOn: input.restsOn, purposes, sensitive }, now)
    return {
      value: { key: input.key, purposes, restsOn: input.restsOn, sensitive },
      events: [{ what: 'service.added', data: { service: input.key, rests_on: input.restsOn, purposes, sensitive } }],
    }
  },
})
