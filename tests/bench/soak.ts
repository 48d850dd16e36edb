// Long runs: npm run soak -- [--minutes 60] [--seed 1] [--part erasure-kills]. Each part goes on where it was broken
// off; what it found is printed, and stands in docs/benchmarks.md.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '..', '..')

/** Parts by name: the test file of each. Each takes at most an hour. */
const parts: Readonly<Record<string, string>> = {
  'erasure-kills': 'tests/soak/erasure-kills.test.ts',
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, part: { type: 'string' } },
})
const chosen = Object.entries(parts).filter(([name]) => values.part === undefined || name === values.part)
const minutes = Math.min(60, Number(values.minutes))
if (chosen.length === 0 || !(minutes > 0) || !/^\d{1,9}$/.test(values.seed)) {
  process.stderr.write(`usage: npm run soak -- [--minutes 60] [--seed 1] [--part ${Object.keys(parts).join('|')}]\n`)
  process.exit(2)
}

process.stdout.write(`soak: seed ${values.seed}, ${minutes} minutes a part\n`)
let failed = false
for (const [name, file] of chosen) {
  const { ok, said } = await runPart(file)
  failed ||= !ok
  const lines = said.split('\n').filter((line) => line.startsWith('soak '))
  note(name, [...lines, ok ? 'nothing was left half done in what was drawn' : 'FAILED'])
}
process.exitCode = failed ? 1 : 0

/** Runs one part by vitest; its output is shown as it comes. */
function runPart(file: string): Promise<{ ok: boolean; said: string }> {
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'soak', '--disable-console-intercept', file]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
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
  const file = join(root, 'docs', 'benchmarks.md')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n'
  const heading = `## Soak: ${name}`
  const kept = before.split(/^(?=## )/m).filter((section) => !section.startsWith(`${heading}\n`))
  const section = [heading, '', `${new Date().toISOString().slice(0, 10)}, seed ${values.seed}:`, '', ...lines.map((line) => `- ${line}`), '']
  writeFileSync(file, `${kept.join('').trimEnd()}\n\n${section.join('\n')}`)
}
