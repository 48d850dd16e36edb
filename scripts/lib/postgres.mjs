import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.mjs'
import { postgresBinaries } from './postgres-binaries.mjs'
import { runCommand } from './run-command.mjs'

const keeper = fileURLToPath(new URL('postgres-keeper.mjs', import.meta.url))

/**
 * Starts a PostgreSQL server of its own on a free port of 127.0.0.1, with an empty cluster in a temporary
 * folder. It ends, and its folder goes, with `stop()` or when this process ends in whatever way.
 *
 * @param {{ durable?: boolean }} [options]  `durable` keeps fsync on; tests of our own crashes need none
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the superuser's URL of database `postgres`
 */
export async function startPostgres({ durable = false } = {}) {
  const { initdb, postgres } = await postgresBinaries()
  const owner = await unprivilegedUser()
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-postgres-run-'))
  try {
    const password = randomBytes(18).toString('base64url')
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid)
    chmodSync(folder, 0o700)
    const data = join(folder, 'data')
    await initialise(initdb, data, passwordFile, { cwd: folder, ...owner })
    const settings = [
      'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=500',
      ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
    ]
    return await keep(folder, postgres, data, settings, owner, password)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * PostgreSQL refuses to run as root, and wants a user that the system knows by name.
 *
 * @returns {Promise<{ uid: number, gid: number } | undefined>}
 */
async function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => runCommand('id', [flag, name], { quiet: true })))
      return { uid: Number(uid), gid: Number(gid) }
    } catch {
      continue
    }
  }
  throw new Error('PostgreSQL can not run as root, and this system has neither a user `postgres` nor `nobody`.')
}

/**
 * @param {string} initdb
 * @param {string} data
 * @param {string} passwordFile
 * @param {{ cwd: string, uid?: number, gid?: number }} options
 */
async function initialise(initdb, data, passwordFile, options) {
  const locale = process.platform === 'darwin' ? '--locale=en_US.UTF-8' : '--locale=C.UTF-8'
  const args = [
    '--pgdata', data, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
    '--encoding=UTF8', '--no-sync',
  ]
  try {
    await runCommand(initdb, [...args, locale], { quiet: true, ...options })
  } catch (error) {
    if (!String(error).includes('locale')) throw error
    rmSync(data, { recursive: true, force: true })
    await runCommand(initdb, [...args, '--no-locale'], { quiet: true, ...options })
  }
}

/**
 * Runs the server below a keeper process, which ends it when our end of the pipe closes.
 *
 * @param {string} folder
 * @param {string} postgres
 * @param {string} data
 * @param {readonly string[]} settings
 * @param {{ uid: number, gid: number } | undefined} owner
 * @param {string} password
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
async function keep(folder, postgres, data, settings, owner, password) {
  const port = await freePort()
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(process.execPath, [keeper, JSON.stringify({ folder, postgres, args, owner })], {
    stdio: ['pipe', 'pipe', 'pipe'], detached: true,
  })
  await new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4_000)
    })
    child.stdout.once('data', resolve)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`PostgreSQL did not start (${code}):\n${said.trim()}`)))
  })
  child.unref()
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.ref()
        child.once('close', () => resolve())
        child.stdin.end()
      }),
  }
}
