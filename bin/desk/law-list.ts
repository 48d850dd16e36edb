import { listLaws } from '#usecases/law/list-laws.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '',
  summary: 'Lists what each law says about a mark. A starting table, to be confirmed by counsel.',
  positionals: [],
  options: {},
  async run({ open }) {
    const { laws } = await (await open()).query(listLaws, {}, operator)
    return {
      json: { laws: laws.map(({ jurisdiction, law, mark, citation }) => ({ jurisdiction, law, mark, citation })) },
      lines: laws.map(({ jurisdiction, law, mark }) => `${jurisdiction.padEnd(6)} ${mark.padEnd(10)} ${law}`),
    }
  },
})
