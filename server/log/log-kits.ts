import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { periodOf } from '#usecases/log/log-filter.ts'
import { AppError, conflict } from '#usecases/errors.ts'
import type { KitOrder, LogKits, MadeKit } from '#usecases/ports/log-kits.ts'
import type { Database } from '../db/client.ts'
import { sealOnce } from '../sealer/seal-once.ts'
import { endStaleLinks, linkFor, offerLink } from './kit-links.ts'
import { kitRange } from './kit-entries.ts'
import { writeKit } from './write-kit.ts'

/** Kits of one database; those for a download lie below `<data>/exports` until they are fetched. */
export function logKits(database: Database, dataDirectory: string): LogKits {
  const exportsDirectory = path.join(dataDirectory, 'exports')
  return {
    async make(order) {
      await sealOnce(database)
      const period = periodOf(order.from, order.to)
      const range = await kitRange(database, period.from ?? 0, period.before ?? 0)
      const target = await targetOf(order, exportsDirectory)
      const part = `${target.path}.${randomBytes(6).toString('hex')}.part`
      const sha256 = await writeKit(database, order, range, part).catch(async (fault: unknown) => {
        await rm(part, { force: true })
        throw unwritable(fault)
      })
      return {
        entries: range.entries,
        firstSeq: range.firstSeq,
        lastSeq: range.lastSeq,
        file: target.name,
        href: target.href,
        sha256,
        async publish() {
          // The ticket first: a kit without one would never be cleared away after a crash.
          await target.offer()
          await rename(part, target.path)
        },
        discard: () => rm(part, { force: true }),
      } satisfies MadeKit
    },
  }
}

interface Target {
  readonly path: string
  readonly name: string
  readonly href: string | null
  offer(): Promise<void>
}

async function targetOf({ place, from, to, at }: KitOrder, exportsDirectory: string): Promise<Target> {
  if (place.kind === 'file') {
    const file = path.resolve(place.path)
    if (existsSync(file)) throw conflict('file_exists')
    return { path: file, name: file, href: null, offer: async () => undefined }
  }
  await mkdir(exportsDirectory, { recursive: true, mode: 0o700 })
  await endStaleLinks(exportsDirectory, at)
  const link = linkFor(exportsDirectory)
  const name = `rightsdesk-log-${from}-${to}.zip`
  return {
    path: link.kitPath,
    name,
    href: `/log/export/${link.id}`,
    offer: () => offerLink(exportsDirectory, { id: link.id, staffId: place.staffId, name, at }),
  }
}

/** What a person can act on when a file can not be written; anything else is a fault of ours. */
function unwritable(fault: unknown): unknown {
  const code = (fault as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('invalid_input', 'folder_missing')
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return new AppError('invalid_input', 'file_not_writable')
  if (code === 'ENOSPC') return new AppError('unavailable', 'disk_full')
  return fault
}
