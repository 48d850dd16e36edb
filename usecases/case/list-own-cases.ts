import { z } from 'zod'
import { shownPause } from '#domain/request/pause.ts'
import { withoutSecretHolds } from '#domain/request/shown.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { notAllowed, notFound } from '../errors.ts'
import type { RequestLine } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { query } from '../query.ts'
import { serviceRef } from '../present/service-ref.ts'
import { isFar, turnView } from '../present/turn-view.ts'
import type { CaseListView } from '../views/case.ts'

const mostShown = 100

/** The cases that this agent opened or that wait for them. */
export const listOwnCases = query({
  name: 'request.list_own',
  permission: 'request.list_own',
  input: z.object({}),
  async run({ actor, store, now }): Promise<CaseListView> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const lines = await store.requests.ofHuman(actor.humanRef, mostShown)
    const speaks = actor.role === 'agent'
    const items = lines.map(async (line) => ({
      caseCode: line.caseCode,
      kind: line.kind,
      service: line.service === null ? null : serviceRef(line.service),
      state: line.state,
      ...(speaks && line.pause === 'on_hold' ? await asToldOf(store, line.caseCode, now) : asStored(line, now)),
      openedAt: line.openedAt,
      dueAt: line.dueAt ?? line.openedAt,
    }))
    return { now, items: await Promise.all(items) }
  },
})

type PauseAndTurn = Pick<CaseListView['items'][number], 'pause' | 'turn'>

const asStored = (line: RequestLine, now: number): PauseAndTurn => ({
  pause: line.pause as PauseAndTurn['pause'],
  turn: {
    role: line.turnRole as PauseAndTurn['turn']['role'],
    who: line.turnHuman,
    at: line.turnAt,
    far: isFar(line.turnAt, now),
  },
})

/** On hold for a reason that the person may not be told, a case looks to an agent as if it went on. */
async function asToldOf(store: Store, caseCode: string, now: number): Promise<PauseAndTurn> {
  const stored = await store.requests.byCaseCode(caseCode)
  if (stored === null) throw notFound('case')
  const seen = withoutSecretHolds(stored.request)
  return {
    pause: shownPause(seen)?.kind ?? null,
    turn: turnView(seen, now, requestSettingsFrom(await store.settings.all())),
  }
}
