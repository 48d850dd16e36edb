import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A ZIP archive with one file, made in memory: a copy never lies on our disk. `at` in epoch ms. */
export async function copyArchive(name: string, text: string, at: number): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime: new Date(at), mode: 0o100600 })
  zip.end()
  return buffer(zip.outputStream as Readable)
}
