import { startPostgres } from '#scripts/lib/postgres.mjs'
import { openBenchDesk } from '#tests/bench/bench-desk.ts'
import { lookUpFigures } from '#tests/bench/look-up.ts'
import { postgresUrl } from '#tests/support/postgres.ts'
import { soakArguments } from './soak-arguments.ts'

// A soak part (tests/bench/soak.ts): the look-up on a real PostgreSQL with 20,000 and with a million people. The server
// is durable, since the commit is most of what a look-up costs. Broken off, it begins anew.

const { people } = soakArguments()
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) process.once(signal, () => process.exit(code))
const server = await startPostgres({ durable: true })
process.env.RIGHTSDESK_TEST_PG_URL = server.url
try {
  const open = async (count: number) => openBenchDesk(count, await postgresUrl())
  const [twenty, million] = [await open(20_000), await open(people)]
  const figures = await lookUpFigures({ twenty, million, large: people, note: 'PostgreSQL, fsync on' })
  await twenty.close()
  await million.close()
  for (const { name, median, goal, met, ratios, note } of figures) {
    const rounds = ratios.map((ratio) => ratio.toFixed(2)).join(' · ')
    process.stdout.write(`soak postgresql-million: ${name}: ${median.toFixed(2)} (${goal}${met ? '' : ', NOT MET'}; ${rounds}; ${note})\n`)
  }
  if (figures.some(({ met }) => !met)) process.exitCode = 1
} finally {
  await server.stop()
}
