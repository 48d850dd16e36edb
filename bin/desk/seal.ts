import { sealOnce } from '#server/sealer/seal-once.ts'
import { logTail } from '#usecases/log/log-tail.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '',
  summary: 'Numbers every entry of the log that has no number yet. The worker does so every second.',
  positionals: [],
  options: {},
  async run({ open }) {
    const desk = await open()
    await desk.query(logTail, {}, operator)
    const sealed = await sealOnce(desk.database)
    const { numberedTo } = await desk.query(logTail, {}, operator)
    return {
      json: { sealed, numbered_to: numberedTo },
      lines: [`${sealed} entries numbered`, numberedTo === null ? 'the log is empty' : `numbered to ${numberedTo}`],
    }
  },
})
