import { openBenchDesk } from './bench-desk.ts'
import { callFigures } from './call-steps.ts'
import { firstLoadFigures } from './first-load.ts'
import { gateFigures } from './gate.ts'
import { importFigures } from './import.ts'
import { lookUpFigures } from './look-up.ts'
import type { Figure } from './measure.ts'
import { queueFigures } from './queue.ts'
import { writeReport } from './write-report.ts'

// `npm run bench`: ratios only. While working on a figure: `--large N` for a smaller second size, `--part NAME` for one
// part, whose figures are printed and not written down.
const valueOf = (flag: string): string | undefined => process.argv[process.argv.indexOf(flag) + 1 || Infinity]
const large = Number(valueOf('--large') ?? 1_000_000)
const only = valueOf('--part')

const [twenty, million] = [await openBenchDesk(20_000), await openBenchDesk(large)]
const parts: [string, () => Promise<Figure[]>][] = [
  ['look-up', () => lookUpFigures({ twenty, million, large, note: 'SQLite WAL, synchronous=FULL' })],
  ['import', importFigures],
  ['gate', gateFigures],
  ['queue', queueFigures],
  ['first-load', () => firstLoadFigures(twenty)],
  ['call', () => callFigures({ twenty, million, large })],
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
