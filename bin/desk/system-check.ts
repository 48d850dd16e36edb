import { planProblemCodes, problemSentence } from '#domain/erasure/plan-problem.ts'
import { checkSystem } from '#usecases/system/check-system.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<name>',
  summary: 'Says what an erasure would do to an invented person, who is put in and rolled back.',
  positionals: ['name'],
  options: {},
  async run({ args: [name], open }) {
    const { ok, problems, rows } = await checkSystem.run(await open(), { name }, operator)
    const sentences = problems.map(({ key, params }) => {
      const place = String(params.place)
      const [collection = '', field = null] = place.split('.')
      const code = planProblemCodes.find((one) => one === key)
      return code === undefined ? `${place}: ${key}` : problemSentence({ code, collection, field })
    })
    return {
      json: {
        ok,
        problems: problems.map(({ key, params }, index) => {
          return { code: key, place: params.place, detail: sentences[index] }
        }),
        rows,
      },
      lines: [
        ...rows.map((row) => `${row.collection.padEnd(30)} delete ${row.delete}, mask ${row.mask}, keep ${row.keep}`),
        ...sentences,
        ok ? 'an erasure runs here' : 'no erasure can run here as it is',
      ],
      refused: !ok,
    }
  },
})
