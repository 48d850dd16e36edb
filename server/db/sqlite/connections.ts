import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { once } from '../../global.ts'
import { CommitGroup } from './commit-group.ts'
import { Connection } from './connection.ts'
import { isBusy } from './errors.ts'
import { WriteTurns } from './write-turns.ts'

/**
 * What one process holds of one database file. One reader is enough: the driver is synchronous, so a second
 * one could never be busy at the same time. It refuses to write and sees only what is committed.
 */
export type SqliteConnections = {
  readonly path: string
  readonly writer: Connection
  readonly reader: Connection
  readonly turns: WriteTurns
  readonly group: CommitGroup
}

type Shared = { connections: Promise<SqliteConnections>; users: number }

/** Two writers in one process would block each other: all copies of this module share one. */
const shared = () => once('sqlite-connections', () => new Map<string, Shared>())

/** How long another process may hold the whole file, which it does only while it turns WAL on. */
const OPEN_ATTEMPTS = 200

/**
 * A new file is its owner's alone; SQLite gives the write-ahead log the same rights. A file that exists is
 * not opened here: closing it again would drop the locks that SQLite holds on it in this process (POSIX).
 */
function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) return
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

/**
 * Opens one connection, and the file with it if it is new. Use it directly only where the process's shared
 * connections can not serve: the migration runner switches foreign keys off on its own.
 *
 * @throws Error when a pragma does not take or the file can not be opened
 */
export async function openConnection(path: string, role: 'writer' | 'reader'): Promise<Connection> {
  createPrivateFile(path)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return new Connection(path, role)
    } catch (error) {
      if (!isBusy(error) || attempt === OPEN_ATTEMPTS) throw error
    }
    await pause(5 + Math.random() * 20)
  }
}

async function openFile(path: string): Promise<SqliteConnections> {
  const writer = await openConnection(path, 'writer')
  try {
    const reader = await openConnection(path, 'reader')
    return { path, writer, reader, turns: new WriteTurns(), group: new CommitGroup(writer) }
  } catch (error) {
    writer.close()
    throw error
  }
}

/**
 * The process's connections to this file; opened by the first who asks. Give them back with
 * `releaseConnections`.
 */
export async function acquireConnections(path: string): Promise<SqliteConnections> {
  let entry = shared().get(path)
  if (entry === undefined) {
    entry = { connections: openFile(path), users: 0 }
    shared().set(path, entry)
    entry.connections.catch(() => shared().delete(path))
  }
  entry.users += 1
  return entry.connections
}

/** Closes both connections when the last user has left, after the writer's work is done. */
export async function releaseConnections(connections: SqliteConnections): Promise<void> {
  const entry = shared().get(connections.path)
  if (entry === undefined) return
  entry.users -= 1
  if (entry.users > 0) return
  shared().delete(connections.path)
  const endTurn = await connections.turns.take()
  connections.reader.close()
  connections.writer.close()
  endTurn()
}
