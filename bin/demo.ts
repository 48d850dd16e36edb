import { parseArgs } from 'node:util'
import { processConfig } from '#server/config.ts'
import { startDemo } from '#server/demo/start-demo.ts'
import { problemOf } from './cli/problem.ts'

/**
 * Run at every start, after the migrations: makes the demo at the first one, and says who can sign in. With `--json`
 * the last line on stdout is `{created, sign_ins, try}`; progress goes to stderr.
 */
const say = (line: string) => void process.stderr.write(`  demo: ${line}\n`)

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, people: { type: 'string', default: '20000' } } })
  const started = await startDemo(processConfig(), { people: Number(values.people), now: Date.now(), say })
  if (values.json) process.stdout.write(`${JSON.stringify(started)}\n`)
  else for (const { role, email, password } of started.sign_ins) process.stdout.write(`sign in as ${role}: ${email} / ${password}\n`)
} catch (fault) {
  process.stderr.write(`${problemOf('demo', fault).message}\n`)
  process.exitCode = 1
}
