import { isErasing } from '#domain/request/kinds.ts'
import type { Request } from '#domain/request/request.ts'
import { isToBeFetched } from '../access/copy-behind.ts'
import { accessesBefore, erasuresWaitingFor } from '../access/waiting-erasures.ts'
import type { Store } from '../ports/store.ts'
import type { CopyCaseView, WaitsView } from '../views/copy.ts'

/** Where the copy of an access stands: its link and what became of it, and no value of the person. */
export async function copyView(store: Store, request: Request, now: number): Promise<CopyCaseView | null> {
  if (request.kind !== 'access') return null
  const links = await store.copies.ofRequest(request.id)
  const [last] = links
  const message = last === undefined ? null : await store.notifications.get(last.id)
  const state = message?.state === 'sent_again' ? 'bounced' : message?.state
  const result = request.outcome?.result
  return {
    link: last === undefined || message === null || state === undefined
      ? null
      : { madeAt: last.madeAt, channel: message.channel, state },
    openedAt: last?.openedAt ?? null,
    handedAt: links.find((link) => link.handedAt !== null)?.handedAt ?? null,
    until: isToBeFetched(request, now) ? request.clock.at : null,
    releasedAt: request.releasedAt,
    result: result === 'collected' || result === 'not_collected' ? result : null,
  }
}

/** Who waits for whom: the erasures that an access keeps waiting, or the copies that an erasure waits for. */
export async function waitsView(store: Store, request: Request): Promise<WaitsView[]> {
  if (isErasing(request.kind)) {
    const open = (await accessesBefore(store, request)).filter((other) => other.request.releasedAt === null)
    return open.map(({ request: { id, caseCode } }) => ({ caseCode, until: request.accessGrace[id] ?? null }))
  }
  if (request.kind !== 'access' || request.releasedAt !== null) return []
  const waiting = await erasuresWaitingFor(store, request)
  return waiting.map(({ request: { caseCode, accessGrace } }) => ({ caseCode, until: accessGrace[request.id] ?? null }))
}
