import { z } from 'zod'
import { notAllowed } from '../errors.ts'
import { query } from '../query.ts'
import { serviceRef } from '../present/service-ref.ts'
import { isFar } from '../present/turn-view.ts'
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
    return {
      now,
      items: lines.map((line) => ({
        caseCode: line.caseCode,
        kind: line.kind,
        service: line.service === null ? null : serviceRef(line.service),
        state: line.state,
        pause: line.pause as CaseListView['items'][number]['pause'],
        turn: {
          role: line.turnRole as CaseListView['items'][number]['turn']['role'],
          who: line.turnHuman,
          at: line.turnAt,
          far: isFar(line.turnAt, now),
        },
        openedAt: line.openedAt,
        dueAt: line.dueAt ?? line.openedAt,
      })),
    }
  },
})
