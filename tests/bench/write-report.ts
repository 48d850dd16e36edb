import { readFileSync, existsSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Figure } from './measure.ts'

const file = 'docs/benchmarks.md'

const rounded = (ratio: number) => (ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2))

/** Writes the figures of `npm run bench` into docs/benchmarks.md and leaves everything else there as it is. */
export function writeReport(figures: readonly Figure[]): void {
  const rows = figures.map(
    (one) => `| ${one.name} | **${rounded(one.median)}** | ${one.goal} | ${one.met ? 'yes' : 'no'} | ${one.ratios.map(rounded).join(' · ')} | ${one.note} |`,
  )
  putSection('bench', [
    `Measured by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, ${surroundings()}.`,
    '',
    '| figure | median | goal | met | rounds | |',
    '|---|---|---|---|---|---|',
    ...rows,
  ])
}

/** What a figure was measured on, as far as it says something elsewhere. */
export const surroundings = () => `Node ${process.version}, ${cpus().length} cores of a shared machine`

/**
 * Puts a section into docs/benchmarks.md, in place of the one of that name or at the end. Comments mark where it
 * begins and ends, so that no section takes another one with it.
 */
export function putSection(name: string, lines: readonly string[]): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const body = [begin, ...lines, end].join('\n')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : head
  const at = before.indexOf(begin)
  const text = at < 0 ? `${before.trimEnd()}\n\n${body}\n` : before.slice(0, at) + body + before.slice(before.indexOf(end) + end.length)
  writeFileSync(file, text)
}

const head = `# Benchmarks

Ratios of two things measured in turn in one run, five times, the median: machines are shared and noisy, so no figure is
a time and none is a test.
`
