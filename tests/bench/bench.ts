import { openBenchDesk } from './bench-desk.ts'
import type { Figure } from './measure.ts'
import { writeReport } from './write-report.ts'

// `npm run bench`: ratios only. While working on a figure: `--large N` for a smaller second size, `--part NAME` for one
// part, whose figures are printed and not written down.
const valueOf = (flag: string): string | undefined => process.argv[process.argv.indexOf(flag) + 1 || Infinity]
const large = Number(valueOf('--large') ?? 1_000_000)
const only = valueOf('--part')

const [twenty, million] = [await openBenchDesk(20_000), await openBenchDesk(large)]
// Each part brings its own tools when its turn comes: what drives the browser slows the process that it is loaded into.
const parts: [string, () => Promise<Figure[]>][] = [
  ['look-up', async () => (await import('./look-up.ts')).lookUpFigures({ twenty, million, large, note: 'SQLite WAL, synchronous=FULL' })],
  ['alike', async () => (await import('./alike.ts')).alikeFigures()],
  ['import', async () => (await import('./import.ts')).importFigures()],
  ['gate', async () => (await import('./gate.ts')).gateFigures()],
  ['queue', async () => (await import('./queue.ts')).queueFigures()],
  ['first-load', async () => (await import('./first-load.ts')).firstLoadFigures(twenty)],
  ['call', async () => (await import('./call-steps.ts')).callFigures({ twenty, million, large })],
]

const figures: Figure[] = []
try {
  for (const [name, part] of parts.filter(([one]) => only === undefined || one === only)) {
    process.stderr.write(`${name} …\n`)
    const found = await part()
    for (const figure of found) {
      process.stdout.write(`${figure.met ? '✓' : '✗'} ${figure.name}: ${figure.median.toFixed(2)} (${figure.goal})\n  ${figure.note}\n`)
    }
    figures.push(...found)
  }
} finally {
  await twenty.close()
  await million.close()
}
if (only === undefined) writeReport(figures)
