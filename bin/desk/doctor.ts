import { examine } from '#server/doctor/examine.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '',
  summary: 'Looks whether everything is in order: config, keys, database, migrations, WAL, clock, log, jobs, people, laws.',
  positionals: [],
  options: {},
  async run({ config }) {
    const checks = await examine(config, operator)
    const ok = checks.every((check) => check.ok)
    return {
      refused: !ok,
      json: { ok, checks },
      lines: checks.map((check) => `${check.ok ? 'ok   ' : 'NOT  '}${check.name.padEnd(11)} ${check.detail}`),
    }
  },
})
