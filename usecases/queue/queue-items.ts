import { zoneOf, anywhere } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { mayDecide, nextDecider } from '#domain/request/separation.ts'
import type { RequestSettings } from '#domain/request/settings.ts'
import { shownPause } from '#domain/request/pause.ts'
import type { RequestLine, StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { ownLock } from '../present/own-lock.ts'
import { serviceRef } from '../present/service-ref.ts'
import { humansOf } from '../request/humans-of.ts'
import type { ApprovalsView, QueueItemView } from '../views/approvals.ts'
import type { ChannelCode } from '../views/request-words.ts'
import { deciders } from './deciders.ts'

/** Most cases that one screen lists; whoever has more to decide sees the most urgent. */
const mostShown = 200

/** The queue by `decide_by`, with what this human may not decide and who can. */
export async function queueItems(
  store: Store,
  human: string,
  now: number,
  settings: RequestSettings,
): Promise<Pick<ApprovalsView, 'mine' | 'today' | 'items'>> {
  const lines = await store.requests.queue(mostShown)
  const everyone = await deciders(store, settings.newDeciderWaitMs)
  const own = everyone.find((one) => one.human === human)?.decider ?? null
  const items: QueueItemView[] = []
  let today = 0
  for (const line of lines) {
    const stored = await store.requests.byId(line.id)
    if (stored === null) continue
    const facts = { settings, aboutHumans: await humansOf(store, stored.request.about) }
    const may = mayDecide(stored.request, human, now, { ...facts, decider: own })
    const next = may.ok ? null : nextDecider(stored.request, now, everyone, facts)
    const notYours = ownLock(may, next?.human ?? null)
    if (notYours === null && isToday(line, stored, now)) today += 1
    items.push({
      caseCode: line.caseCode,
      kind: line.kind,
      channel: line.channel as ChannelCode,
      service: line.service === null ? null : serviceRef(line.service),
      decideBy: line.decideBy ?? line.openedAt,
      opens: stored.request.state === 'needs_attention' || isDisputed(stored) ? 'case' : 'decision',
      openedBy: stored.request.openedBy.type === 'staff' ? stored.request.openedBy.human : null,
      note: noteOf(stored, now),
      notYours,
    })
  }
  return { mine: items.filter((item) => item.notYours === null).length, today, items }
}

const isDisputed = ({ request }: StoredRequest): boolean => request.pauses.some((pause) => pause.kind === 'disputed')

function isToday(line: RequestLine, { origin }: StoredRequest, now: number): boolean {
  const zone = zoneOf(origin.jurisdiction ?? anywhere)
  const by = line.decideBy ?? line.openedAt
  return by <= now || localDateOf(by, zone) === localDateOf(now, zone)
}

/** The one fact about a case that decides whether it is looked at first. */
function noteOf({ request }: StoredRequest, now: number): QueueItemView['note'] {
  const pause = shownPause(request)
  if (pause !== null) return { key: 'paused', params: { pause: pause.kind } }
  if (request.state === 'needs_attention') return { key: 'needs_attention' }
  if (now > request.dueAt) return { key: 'overdue' }
  if (request.returnUnanswered) return { key: 'came_back' }
  const answered = request.parts.findLast((part) => part.part === 'answered_return')
  if (answered !== undefined) return { key: 'answered', params: { by: answered.human } }
  if (request.kind === 'ineligibility_correction' && request.approvals.length === 1) return { key: 'second_supervisor' }
  if (request.approvers.length > 0 && request.approvals.length === 0) return { key: 'plan_changed' }
  return request.source.type === 'app' ? { key: 'from_app' } : null
}
