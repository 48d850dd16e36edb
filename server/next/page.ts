import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '#usecases/errors.ts'
import type { PlainQuery } from '#usecases/query.ts'
import { viewer, type Viewer } from '#usecases/session/viewer.ts'
import { container } from '../container.ts'
import { principal } from './principal.ts'
import { wayBack } from './way-back.ts'

/**
 * Reads for a page that is rendered by GET: plain queries only (an audited one would be refused by its runner).
 * A session that ended leads to the sign-in page, what is not this reader's to the page that says so.
 */
export async function readForPage<I, O>(verb: PlainQuery<I, O>, input: unknown): Promise<O> {
  const desk = await container()
  try {
    return await desk.query(verb, input, await principal('get'))
  } catch (fault) {
    if (fault instanceof AppError && fault.reason === 'sign_in_needed') redirect(await signInAgain())
    // What an address names is part of it: a case code that was misheard leads nowhere, like one that never was.
    if (fault instanceof AppError && (fault.code === 'not_found' || fault.code === 'invalid_input')) notFound()
    if (fault instanceof AppError && fault.code === 'not_allowed') forbidden()
    throw fault
  }
}

/** Whether this browser carries a sign-in: it has ended then, and was not missing. */
const hadSession = async () => (await cookies()).getAll().some(({ name }) => name.includes('session-token'))

/** The sign-in page; from where a session has ended, with the way back to what was being done. */
async function signInAgain(): Promise<string> {
  if (!(await hadSession())) return '/sign-in'
  const back = wayBack((await headers()).get('x-path'))
  return back === null ? '/sign-in?ended' : `/sign-in?ended=${encodeURIComponent(back)}`
}

/** Who looks at this page; once a request. */
export const currentViewer = cache((): Promise<Viewer> => readForPage(viewer, {}))
