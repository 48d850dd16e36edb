import { addService } from '#usecases/service/add-service.ts'
import { listOf, operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<key> --purposes a,b --rests-on a [--sensitive]',
  summary: 'Adds a service that people enrol in, its purposes, and the one that the enrolment rests on.',
  positionals: ['key'],
  options: {
    purposes: { type: 'string' },
    'rests-on': { type: 'string' },
    sensitive: { type: 'boolean' },
  },
  async run({ args: [key], values, open }) {
    if (values.purposes === undefined) throw new UsageError('--purposes is missing')
    if (values['rests-on'] === undefined) throw new UsageError('--rests-on is missing')
    const input = { key, purposes: listOf(values.purposes), restsOn: values['rests-on'], sensitive: values.sensitive }
    const service = await (await open()).command(addService, input, operator)
    return {
      json: {
        service: service.key, purposes: service.purposes, rests_on: service.restsOn, sensitive: service.sensitive,
      },
      lines: [`added service ${service.key}: ${service.purposes.join(', ')}; rests on ${service.restsOn}`],
    }
  },
})
