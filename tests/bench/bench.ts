import { gateFigures } from './gate.ts'
import { importFigures } from './import.ts'
import { lookUpFigures } from './look-up.ts'
import type { Figure } from './measure.ts'
import { writeReport } from './write-report.ts'

// `npm run bench`: ratios only; `--large N` for a smaller second size while working on a figure.
const argument = process.argv.indexOf('--large')
const large = argument < 0 ? 1_000_000 : Number(process.argv[argument + 1])

const parts: [string, () => Promise<Figure[]>][] = [
  ['look-up', () => lookUpFigures(large)],
  ['import', importFigures],
  ['gate', gateFigures],
]

const figures: Figure[] = []
for (const [name, part] of parts) {
  process.stderr.write(`${name} …\n`)
  const found = await part()
  for (const figure of found) {
    process.stdout.write(`${figure.met ? '✓' : '✗'} ${figure.name}: ${figure.median.toFixed(2)} (${figure.goal})\n`)
  }
  figures.push(...found)
}
writeReport(figures)
