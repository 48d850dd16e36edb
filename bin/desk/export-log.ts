import { exportLogToFile } from '#usecases/log/export-log.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '--from <YYYY-MM-DD> --to <YYYY-MM-DD> --out <kit.zip>',
  summary: 'Exports the log of a period (days in UTC, both included) as CSV and JSON Lines with a manifest.',
  positionals: [],
  options: { from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
  async run({ values: { from, to, out }, open }) {
    if (from === undefined || to === undefined) throw new UsageError('--from and --to are needed')
    if (out === undefined || out === '') throw new UsageError('--out is missing')
    const { entries, file, sha256 } = await exportLogToFile(out)(await open(), { from, to }, operator)
    return { json: { entries, file, sha256 }, lines: [`${entries} entries in ${file}`, `SHA-256 ${sha256}`] }
  },
})
