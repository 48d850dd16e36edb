import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '#usecases/errors.ts'
import type { PlainQuery } from '#usecases/query.ts'
import { viewer, type Viewer } from '#usecases/session/viewer.ts'
import { container } from '../container.ts'
import { principal } from './principal.ts'

/**
 * Reads for a page that is rendered by GET: plain queries only (an audited one would be refused by its runner).
 * A session that ended leads to the sign-in page.
 */
export async function readForPage<I, O>(verb: PlainQuery<I, O>, input: unknown): Promise<O> {
  const desk = await container()
  try {
    return await desk.query(verb, input, await principal('get'))
  } catch (fault) {
    if (fault instanceof AppError && fault.reason === 'sign_in_needed') redirect('/sign-in')
    if (fault instanceof AppError && fault.code === 'not_found') notFound()
    throw fault
  }
}

/** Who looks at this page; once a request. */
export const currentViewer = cache((): Promise<Viewer> => readForPage(viewer, {}))
