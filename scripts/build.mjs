import { buildWeb } from './lib/build-web.mjs'
import { main, prepare } from './lib/prepare.mjs'

await main(async () => {
  await prepare()
  await buildWeb()
})
