import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** How long a kit can be fetched, in ms: a download follows its making at once. */
const linkLifeMs = 10 * 60_000

const idForm = /^[A-Za-z0-9_-]{43}$/

const Ticket = z.object({ staffId: z.string(), name: z.string(), expiresAt: z.number() })

/** A new id of 256 random bits, and where its kit lies. */
export function linkFor(directory: string): { id: string; kitPath: string } {
  const id = randomBytes(32).toString('base64url')
  return { id, kitPath: path.join(directory, `${id}.zip`) }
}

/** Makes a kit that lies in its place fetchable: once, by one member of staff, for ten minutes. */
export async function offerLink(
  directory: string,
  link: { id: string; staffId: string; name: string; at: number },
): Promise<void> {
  const ticket = { staffId: link.staffId, name: link.name, expiresAt: link.at + linkLifeMs }
  await writeFile(path.join(directory, `${link.id}.json`), JSON.stringify(ticket), { flag: 'wx', mode: 0o600 })
}

/**
 * Takes a kit: whoever comes second finds nothing. Null for an id that is none, for another's kit, and for one that
 * was fetched or is too old; a stranger's attempt does not use the link up.
 *
 * @returns the open file (its name is gone already) and what to call it
 */
export async function takeKit(
  directory: string,
  id: string,
  staffId: string,
  now: number,
): Promise<{ file: FileHandle; name: string } | null> {
  if (!idForm.test(id)) return null
  const ticketPath = path.join(directory, `${id}.json`)
  const text = await readFile(ticketPath, 'utf8').catch(() => null)
  if (text === null) return null
  const ticket = Ticket.parse(JSON.parse(text))
  if (ticket.staffId !== staffId || ticket.expiresAt <= now) return null
  const kitPath = path.join(directory, `${id}.zip`)
  const takenPath = `${kitPath}.taken`
  // Renaming is what only one of two can do.
  const won = await rename(kitPath, takenPath).then(() => true, () => false)
  if (!won) return null
  const file = await open(takenPath, 'r')
  await rm(takenPath, { force: true })
  await rm(ticketPath, { force: true })
  return { file, name: ticket.name }
}

/** Removes kits that nobody fetched in time, and what a crash left behind. */
export async function endStaleLinks(directory: string, now: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const ticketPath = path.join(directory, name)
    if (/\.(part|taken)$/.test(name) && (await isLeftBehind(ticketPath))) await rm(ticketPath, { force: true })
    if (!name.endsWith('.json')) continue
    const text = await readFile(ticketPath, 'utf8').catch(() => null)
    const ticket = text === null ? null : Ticket.safeParse(JSON.parse(text))
    if (ticket?.success === true && ticket.data.expiresAt > now) continue
    await rm(path.join(directory, name.replace(/\.json$/, '.zip')), { force: true })
    await rm(ticketPath, { force: true })
  }
}

/** By the file system's own clock: the desk's may be moved. */
const isLeftBehind = (file: string): Promise<boolean> =>
  stat(file).then(({ mtimeMs }) => mtimeMs < Date.now() - 6 * linkLifeMs, () => false)
