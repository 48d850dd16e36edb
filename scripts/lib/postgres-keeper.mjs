/**
 * Keeps one PostgreSQL server for the process that started it: the server ends, and its folder is removed, as
 * soon as that process closes our standard input, which the system does for it even when it is killed.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const { folder, postgres, args, owner } = JSON.parse(process.argv[2] ?? '{}')

const server = spawn(postgres, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner })
let ready = false

server.stderr.setEncoding('utf8').on('data', (chunk) => {
  if (ready) return
  process.stderr.write(chunk)
  if (!chunk.includes('database system is ready to accept connections')) return
  ready = true
  process.stdout.write('ready\n')
})

server.on('close', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(ready ? 0 : (code ?? 1))
})

// SIGINT is PostgreSQL's fast shutdown: sessions are ended, nothing is waited for.
const end = () => server.kill('SIGINT')
process.stdin.on('end', end).on('error', end).resume()
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
