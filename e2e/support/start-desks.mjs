import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { deskIn } from './desk-in.mjs'

// Starts the desks of a run of walks as `npm start` would, and all at once: one demo after another would take that many
// times as long. Each argument names one, `port:folder`. Says when every one is ready; ends when one of them does.

const startScript = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs')
const places = process.argv.slice(2).map((place) => place.split(/:(.*)/s))

const desks = places.map(([port = '', folder = '']) => {
  const child = spawn(process.execPath, [startScript], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The walks are the same on PostgreSQL: an empty database of one's own, named in the environment.
    env: deskIn(folder, { port, databaseUrl: process.env.RIGHTSDESK_E2E_DATABASE_URL }),
  })
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('Rightsdesk is running')) resolve(undefined)
    })
  })
  const ended = new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1))
  })
  return { child, ready, ended }
})

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => desks.forEach(({ child }) => child.kill('SIGTERM')))
}
// One that ends ends them all: no walk goes on beside a desk that is not there.
for (const { ended } of desks) ended.then(() => desks.forEach(({ child }) => child.kill('SIGTERM')))

Promise.all(desks.map(({ ready }) => ready)).then(() => process.stdout.write('every desk is ready\n'))
const codes = await Promise.all(desks.map(({ ended }) => ended))
process.exitCode = Math.max(...codes.map(Number))
