import { main, prepare } from './lib/prepare.mjs'
import { becomeTypescript } from './lib/run-typescript.mjs'

await main(async () => {
  await prepare()
  await becomeTypescript('tests/bench/soak.ts', process.argv.slice(2))
})
