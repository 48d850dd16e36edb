import { fetchCopy } from '#usecases/access/fetch-copy.ts'
import { noteCopyFetched } from '#usecases/access/note-copy-fetched.ts'
import { noteCopyOpened } from '#usecases/access/note-copy-opened.ts'
import { releaseByLink } from '#usecases/access/release-by-link.ts'
import { viewCopyPage } from '#usecases/access/view-copy-page.ts'
import { AppError } from '#usecases/errors.ts'
import type { CopyPageView } from '#usecases/views/copy.ts'
import { container, type Container } from '../container.ts'
import { copyArchive } from '../copy/copy-archive.ts'
import { handOver } from '../copy/hand-over.ts'
import { once } from '../global.ts'
import { logFault } from '../log.ts'
import { isLocale } from './locale.ts'

const nobody = { kind: 'nobody' } as const

/** Copies that one process makes at a time: each lies in memory as a whole. */
const atOnce = 2

/** Links whose copy is being made by this process. */
const underWay = () => once('copies-under-way', () => new Set<string>())

/**
 * What the secret of a link leads to, noted as opened the first time; null for every link that leads nowhere, whatever
 * the reason. Nothing is fetched by it.
 */
export async function openCopyPage(token: string, language: string | undefined): Promise<CopyPageView | null> {
  const desk = await container()
  try {
    const view = await desk.query(viewCopyPage, { token, language }, nobody)
    if (view !== null && !view.opened) await desk.command(noteCopyOpened, { token }, nobody)
    return view
  } catch (fault) {
    if (leadsNowhere(fault)) return null
    throw fault
  }
}

/** An address that is too long to be one of ours, or a case that went on meanwhile. */
const leadsNowhere = (fault: unknown): boolean =>
  fault instanceof AppError && (fault.code === 'invalid_input' || fault.code === 'not_found')

/** Back to the page, which says how it stands: for a link that leads nowhere what it says of every such link. */
function back(token: string, language: string | null, later = false): Response {
  const query = new URLSearchParams()
  if (language !== null && isLocale(language)) query.set('in', language)
  if (later) query.set('later', '')
  const asked = query.size > 0 ? `?${query.toString()}` : ''
  const address = `/copy/${encodeURIComponent(token)}${asked}`
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'no-store' } })
}

/** Makes the copy that a link leads to and streams it; its entry is written before the first byte goes. */
export async function giveCopy(token: string, language: string | null): Promise<Response> {
  const making = underWay()
  if (making.size >= atOnce || making.has(token)) return back(token, language, true)
  making.add(token)
  try {
    const desk = await container()
    const chosen = language !== null && isLocale(language) ? { language } : {}
    const fetched = await fetchCopy.run(desk, { token, ...chosen }, nobody)
    if (fetched === null) return back(token, language)
    const name = `copy-${fetched.caseCode}`
    const archive = await copyArchive(`${name}.json`, fetched.file.text, desk.runtime.clock.now())
    return new Response(handOver(archive, () => taken(desk, token)), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${name}.zip"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'unavailable') return back(token, language, true)
    if (leadsNowhere(fault)) return back(token, language)
    logFault('copy.fetch', fault)
    return back(token, language, true)
  } finally {
    making.delete(token)
  }
}

/** The person has it whole. Where that can not be written now it can be fetched once more, which harms nobody. */
async function taken(desk: Container, token: string): Promise<void> {
  try {
    await desk.command(noteCopyFetched, { token }, nobody)
  } catch (fault) {
    if (!leadsNowhere(fault)) logFault('copy.taken', fault)
  }
}

/** The person says on the page that an erasure need not wait. Said twice it is said once. */
export async function letErasureGoOn(token: string, language: string | null): Promise<Response> {
  const desk = await container()
  try {
    await desk.command(releaseByLink, { token }, nobody)
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault
  }
  return back(token, language)
}
