import { AppError, type AppErrorCode } from '#usecases/errors.ts'
import { logFault } from '../log.ts'
import { fieldSentence, problemSentence } from './problem-sentences.ts'

/** An expected end of a request that only HTTP knows, such as a body that is no JSON. */
export class HttpProblem extends Error {
  readonly status: number
  /** The last part of the problem's `type`. */
  readonly slug: string
  readonly retryAfter: number | undefined
  /** The method that the address does know (RFC 9110 §15.5.6). */
  readonly allow: string | undefined

  constructor(status: number, slug: string, more: { retryAfter?: number; allow?: string } = {}) {
    super(slug)
    this.name = 'HttpProblem'
    this.status = status
    this.slug = slug
    this.retryAfter = more.retryAfter
    this.allow = more.allow
  }
}

/** RFC 9457, with the code of the refusal and, for input, what is wrong with which field. */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** The refusal's own code, finer than `type`. */
  readonly code?: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[]
}

const byCode: Readonly<Record<AppErrorCode, readonly [status: number, slug: string]>> = {
  invalid_input: [400, 'invalid-input'],
  not_allowed: [403, 'not-allowed'],
  not_found: [404, 'not-found'],
  conflict: [409, 'conflict'],
  precondition_failed: [409, 'not-possible-now'],
  unavailable: [503, 'unavailable'],
}

/** Reasons that have a status or a `type` of their own. Types are stable: programs compare them. */
const byReason: Readonly<Record<string, readonly [status: number, slug: string]>> = {
  'subject-erased': [410, 'subject-erased'],
  sign_in_needed: [401, 'key-needed'],
  scope_missing: [403, 'scope-missing'],
}

/** The answer of a fault. What nobody expected is logged, without its words, and answered without any. */
export function problemResponse(fault: unknown, where: string): Response {
  if (fault instanceof HttpProblem) {
    const response = document(fault.status, fault.slug, fault.slug, fault.retryAfter)
    if (fault.allow !== undefined) response.headers.set('Allow', fault.allow)
    return response
  }
  if (!(fault instanceof AppError)) {
    logFault(where, fault)
    return document(500, 'fault', 'fault', undefined)
  }
  if (fault.code === 'unavailable') logFault(where, fault)
  const [status, slug] = byReason[fault.reason] ?? byCode[fault.code]
  const errors = Object.entries(fault.fields).map(([field, code]) => ({
    pointer: field === '_' ? '' : `/${field.split('.').map(escaped).join('/')}`,
    code,
    detail: fieldSentence(code),
  }))
  return document(status, slug, fault.reason, fault.retryAfter, errors)
}

/** RFC 6901 §3. */
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

function document(
  status: number,
  slug: string,
  code: string,
  retryAfter: number | undefined,
  errors: ProblemDocument['errors'] = [],
): Response {
  const { title, detail } = problemSentence(slug, code)
  const body: ProblemDocument = {
    type: `/problems/${slug}`,
    title,
    status,
    detail,
    ...(code === slug ? {} : { code }),
    ...(errors.length === 0 ? {} : { errors }),
  }
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' })
  if (retryAfter !== undefined) headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter))))
  if (status === 401) headers.set('WWW-Authenticate', 'Bearer realm="rightsdesk"')
  return new Response(JSON.stringify(body), { status, headers })
}
