import { existsSync } from 'node:fs'
import { verifyKit } from '#server/log/verify-kit.ts'
import { UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<kit.zip>',
  summary: 'Derives everything in an exported kit again: sums, canonical forms, leaf hashes, numbers. Needs no desk.',
  positionals: ['kit.zip'],
  options: {},
  async run({ args: [path = ''] }) {
    if (!existsSync(path)) throw new UsageError('there is no such file')
    const { ok, entries, firstFault } = await verifyKit(path)
    return {
      refused: !ok,
      json: { ok, entries, first_fault: firstFault },
      lines: [ok ? `${entries} entries, nothing wrong` : `after ${entries} good entries: ${firstFault}`],
    }
  },
})
