import { pauseOf } from '#domain/request/pause.ts'
import { isBeforeExecuting } from '#domain/request/states.ts'
import type { Store } from '../ports/store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { dueViewFor } from '../present/due-view.ts'
import { scopeRef } from '../present/service-ref.ts'
import { readingUntil } from '#domain/request/telling.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { SubmittedView } from '../views/desk.ts'
import { isQuiet, isTakenDown, looksLike } from './is-quiet.ts'

const day = 86_400_000

/**
 * What was submitted in this call, newest first; what was only taken down waits elsewhere on the page. A case parked
 * under pressure looks like any other; an objection that was heard while a consequence was told stands with the case
 * that it is about, for that is what the caller asked for.
 *
 * @param outbox where links in messages lead, by case code; of a demo alone
 */
export async function submittedViews(
  store: Store,
  ofCall: readonly StoredRequest[],
  outbox: ReadonlyMap<string, string> = new Map(),
): Promise<SubmittedView[]> {
  const all = await store.settings.all()
  const days = Math.round(settingMs(all, 'cooling_off_days') / day)
  const settings = requestSettingsFrom(all)
  const ids = new Set(ofCall.map(({ request }) => request.id))
  const beside = ofCall.filter(({ request }) => wasHeard(request) && ids.has(request.about ?? ''))
  const heard = new Map(beside.map(({ request }) => [request.about, request.caseCode]))
  const shown = ofCall.filter((stored) => !beside.includes(stored) && !isTakenDown(stored.request))
  return Promise.all(
    shown.map(async ({ request, origin }): Promise<SubmittedView> => {
      const parked = pauseOf(request, 'parked') !== null && !isQuiet(request)
      const state = isQuiet(request) ? looksLike(request.kind, settings) : request.state
      const until = readingUntil(request, settings)
      const waits = request.state === 'awaiting_verification' && !isQuiet(request)
      const due = await dueViewFor(store, {
        kind: request.kind,
        scope: request.scope,
        receivedAt: request.receivedAt,
        subjectIds: request.subjects.map((subject) => subject.subjectId),
        jurisdiction: origin.jurisdiction,
        lawVersion: request.lawVersion,
      })
      return {
        caseCode: request.caseCode,
        kind: request.kind,
        service: scopeRef(request.scope),
        shows: until !== null ? 'to_be_read' : parked ? 'parked' : waits ? 'waits_for_code' : 'submitted',
        due: { ...due, dueAt: request.dueAt },
        objection: heard.get(request.id) ?? null,
        outbox: outbox.get(request.caseCode) ?? null,
        next:
          until !== null ? { key: 'reads_first', params: { until } }
          : parked ? { key: 'call_back' }
          : waits ? { key: 'waits_for_code' }
          : nextOf(request.kind, state, days),
        quiet: isBeforeExecuting(state),
      }
    }),
  )
}

const wasHeard = ({ source }: StoredRequest['request']): boolean => source.type === 'objection_heard'

function nextOf(kind: StoredRequest['request']['kind'], state: string, days: number): SubmittedView['next'] {
  if (kind === 'access' && state === 'executing') return { key: 'copy_link' }
  if (kind === 'deletion') return { key: 'approval_then_window', params: { days } }
  return state === 'awaiting_approval' || state === 'returned' ? { key: 'approval' } : { key: 'at_once' }
}
