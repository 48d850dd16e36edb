import { setLawMark } from '#usecases/law/set-law-mark.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<jurisdiction> --mark yes|no',
  summary: 'Writes down what counsel decided: whether a deletion may mark people of this place.',
  positionals: ['jurisdiction'],
  options: { mark: { type: 'string' } },
  async run({ args: [jurisdiction], values, open }) {
    if (values.mark === undefined) throw new UsageError('--mark is missing')
    const decided = await (await open()).command(setLawMark, { jurisdiction, mark: values.mark }, operator)
    return { json: decided, lines: [`${decided.jurisdiction}: mark ${decided.mark} (${decided.rows} rows of the law table)`] }
  },
})
