import { z } from 'zod'
import { parseCaseCode } from '#domain/request/case-code.ts'
import { agentSees } from '#domain/request/shown.ts'
import { notAllowed, notFound } from '../errors.ts'
import { holdsOfCase, withoutSecretSteps } from '../hold/secret-holds.ts'
import { auditedQuery } from '../query.ts'
import { aboutRequest } from './carry-out.ts'

const longest = 200

/** A case code as somebody may have typed it. */
export const SpokenCaseCode = z.string().max(40).transform((text, context) => {
  const code = parseCaseCode(text)
  if (code !== null) return code
  context.addIssue({ code: 'custom', message: 'case_code', input: '' })
  return z.NEVER
})

/** What the app shows of a case. Times are epoch ms; no name, no contact, no word of anybody. */
export interface RequestReading {
  readonly caseCode: string
  readonly kind: string
  readonly state: string
  readonly receivedAt: number
  readonly dueAt: number
  readonly history: readonly { readonly at: number; readonly what: string }[]
}

/** Where a case stands, for the operator's app; steps that were refused or failed are the desk's own matter. */
export const readRequest = auditedQuery({
  name: 'request.read',
  permission: 'request.view',
  input: z.strictObject({ case_code: SpokenCaseCode }),
  async run({ input, actor, store }) {
    // Staff look at cases through the desk, where whose it is counts.
    if (actor.type !== 'client') throw notAllowed('scope_missing')
    const stored = await store.requests.byCaseCode(input.case_code)
    if (stored === null) throw notFound('case')
    const { request } = stored
    const holds = await holdsOfCase(store, request)
    const value: RequestReading = {
      caseCode: request.caseCode,
      kind: request.kind,
      state: agentSees(request),
      receivedAt: request.receivedAt,
      dueAt: request.dueAt,
      history: withoutSecretSteps(stepsFrom(await store.log.ofCase(request.caseCode, longest)), holds),
    }
    return { value, events: [{ what: 'request.viewed', ...aboutRequest(request) }] }
  },
})

/** Steps of the case alone: who was told what, and that a case was parked, is not for a screen elsewhere. */
const shownSteps: ReadonlySet<string> = new Set([
  'request.opened', 'request.submitted', 'request.approved', 'request.rejected', 'request.cancelled', 'request.extended',
  'request.acknowledged', 'request.window_over', 'request.execution_started', 'request.tasks_ended', 'request.completed',
  'request.first_recheck_clean', 'request.due_passed', 'request.held', 'request.released', 'certificate.issued',
])

function stepsFrom(entries: readonly { readonly at: number; readonly bytes: Uint8Array }[]): RequestReading['history'] {
  return entries.flatMap(({ at, bytes }) => {
    const { what, outcome } = JSON.parse(new TextDecoder().decode(bytes)) as { what: string; outcome: string }
    return outcome === 'ok' && shownSteps.has(what) ? [{ at, what }] : []
  })
}
