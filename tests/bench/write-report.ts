import { readFileSync, existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Figure } from './measure.ts'

const file = 'docs/benchmarks.md'

const rounded = (ratio: number) => (ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2))

/** Writes the section of one command into docs/benchmarks.md and leaves the others as they are. */
export function writeReport(section: 'bench' | 'soak', figures: readonly Figure[]): void {
  const begin = `<!-- ${section} -->`
  const end = `<!-- /${section} -->`
  const rows = figures.map(
    (one) => `| ${one.name} | **${rounded(one.median)}** | ${one.goal} | ${one.met ? 'yes' : 'no'} | ${one.ratios.map(rounded).join(' · ')} | ${one.note} |`,
  )
  const body = [
    begin,
    `Measured by \`npm run ${section}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores of a shared machine.`,
    '',
    '| figure | median | goal | met | rounds | |',
    '|---|---|---|---|---|---|',
    ...rows,
    end,
  ].join('\n')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : head
  const at = before.indexOf(begin)
  const text = at < 0 ? `${before.trimEnd()}\n\n${body}\n` : before.slice(0, at) + body + before.slice(before.indexOf(end) + end.length)
  writeFileSync(file, text)
}

const head = `# Benchmarks

Ratios of two things measured in turn in one run, five times, the median: machines are shared and noisy, so no figure is
a time and none is a test.
`
