// Long runs: npm run soak -- [--minutes 60] [--seed 1] [--people 1000000] [--part erasure-kills]. What each part found
// is printed, and stands in docs/benchmarks.md.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { putSection, surroundings } from './write-report.ts'

const root = join(import.meta.dirname, '..', '..')

/** A part is a process; its exit code tells whether it found anything wrong. */
interface Part {
  readonly args: readonly string[]
  /** What it means that it ended well. */
  readonly well: string
  /** Whether `--people` makes it smaller; then what it found is not what the documents are about. */
  readonly sized: boolean
}

const whole = '1000000'
const usage = 'usage: npm run soak -- [--minutes 60] [--seed 1] [--people 1000000] [--part <part>]; parts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: whole },
    part: { type: 'string' },
  },
})
const program = (file: string) => [join(root, file), '--people', values.people, '--seed', values.seed]

/** Each takes at most an hour. `erasure-kills` goes on where it was broken off, the others begin anew. */
const parts: Readonly<Record<string, Part>> = {
  'erasure-kills': {
    args: [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'soak', '--disable-console-intercept', 'tests/soak/erasure-kills.test.ts'],
    well: 'nothing was left half done in what was drawn',
    sized: false,
  },
  'million-row-csv': { args: program('tests/soak/million-row-csv.ts'), well: 'every count is what it must be', sized: true },
  'postgresql-million': { args: program('tests/soak/postgresql-million.ts'), well: 'every goal is met', sized: true },
}

const chosen = Object.entries(parts).filter(([name]) => values.part === undefined || name === values.part)
const minutes = Math.min(60, Number(values.minutes))
const people = /^\d{5,7}$/.test(values.people) ? Number(values.people) : 0
if (chosen.length === 0 || !(minutes > 0) || !/^\d{1,9}$/.test(values.seed) || people <= 20_000) {
  process.stderr.write(`${usage}: ${Object.keys(parts).join(', ')}; more than 20000 people\n`)
  process.exit(2)
}

process.stdout.write(`soak: seed ${values.seed}, ${minutes} minutes a part, ${people} people\n`)
let failed = false
for (const [name, part] of chosen) {
  const { ok, said } = await runPart(part.args)
  failed ||= !ok
  const lines = [...said.split('\n').filter((line) => line.startsWith('soak ')), ok ? part.well : 'FAILED']
  process.stdout.write(`${name}: ${lines.at(-1)}\n`)
  if (part.sized && values.people !== whole) process.stdout.write(`${name}: a trial, not kept in docs/benchmarks.md\n`)
  else note(name, lines)
}
process.exitCode = failed ? 1 : 0

/** Runs one part; its output is shown as it comes. One that hangs is ended, and has failed. */
function runPart(args: readonly string[]): Promise<{ ok: boolean; said: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 70 * 60_000,
    env: { ...process.env, NODE_ENV: 'test', RIGHTSDESK_SOAK_MINUTES: String(minutes), RIGHTSDESK_SOAK_SEED: values.seed },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    process.stdout.write(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, said }))
  })
}

/** Puts what a part said into docs/benchmarks.md, in place of what it said the last time. */
function note(name: string, lines: readonly string[]): void {
  const day = new Date().toISOString().slice(0, 10)
  putSection(`soak ${name}`, [
    `## Soak: ${name}`, '', `${day}, seed ${values.seed}, ${surroundings()}:`, '', ...lines.map((line) => `- ${line}`),
  ])
}
