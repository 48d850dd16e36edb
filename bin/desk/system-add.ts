import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseDataset } from '#domain/erasure/dataset.ts'
import { parsePolicy } from '#domain/erasure/parse-policy.ts'
import { connectSystem } from '#usecases/system/connect-system.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<name> --role own|processor|recipient --dataset file.yml [--policy file.yml] --url file:…|postgresql://… [--usual-hours 24]',
  summary: 'Connects a system that holds people’s data. SQLite files must lie below the systems folder.',
  positionals: ['name'],
  options: {
    role: { type: 'string' },
    dataset: { type: 'string' },
    policy: { type: 'string' },
    url: { type: 'string' },
    'usual-hours': { type: 'string' },
  },
  async run({ args: [name], values, open, say }) {
    const { role, dataset, policy, url } = values
    if (role === undefined || dataset === undefined || url === undefined) {
      throw new UsageError('--role, --dataset and --url are needed')
    }
    const texts = { dataset: await text(dataset), policy: policy === undefined ? '' : await text(policy) }
    // Read here too, for its sentences: each names the place in the file and what is wrong there.
    const { passedOver } = parseDataset(texts.dataset)
    if (policy !== undefined) parsePolicy(texts.policy)
    for (const line of passedOver) say(`passed over: ${line}`)
    const hours = values['usual-hours']
    const input = {
      name, role, ...texts,
      url: url.startsWith('file:') ? `file:${path.resolve(url.slice('file:'.length).replace(/^\/\//, ''))}` : url,
      ...(hours === undefined ? {} : { usualHours: Number(hours) }),
    }
    const added = await connectSystem.run(await open(), input, operator)
    return {
      json: { system_id: added.systemId, name: added.name, role: added.role, kind: added.kind },
      lines: [`connected ${added.name} (${added.kind}, ${added.role})`, `try it: npm run desk -- system check ${added.name}`],
    }
  },
})

/** @throws UsageError for a file that is not there */
async function text(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new UsageError(`"${file}" can not be read`)
  }
}
