import path from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { AppError } from '#usecases/errors.ts'
import { beginExport } from '#usecases/log/export-log.ts'
import { container } from '../container.ts'
import { takeKit } from '../log/kit-links.ts'
import { logFault } from '../log.ts'
import { principal } from './principal.ts'

const refused = (status: number): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })

/**
 * Streams a kit to whoever made it, and removes it. Somebody else's, one that was fetched and one that is too old
 * look the same: 404. The export has its entry already; this hands out nothing that it did not count.
 */
export async function fetchKit(id: string): Promise<Response> {
  try {
    const desk = await container()
    const { staffId } = await desk.query(beginExport, {}, await principal('get'))
    if (staffId === null) return refused(403)
    const directory = path.join(desk.config.dataDirectory, 'exports')
    const taken = await takeKit(directory, id, staffId, desk.runtime.clock.now())
    if (taken === null) return refused(404)
    const body = Readable.toWeb(taken.file.createReadStream()) as WebStream<Uint8Array>
    return new Response(body as BodyInit, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${taken.name}"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (fault) {
    if (fault instanceof AppError) return refused(fault.reason === 'sign_in_needed' ? 401 : 403)
    logFault('log.export', fault)
    return refused(500)
  }
}
