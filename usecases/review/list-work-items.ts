import { z } from 'zod'
import type { Store } from '../ports/store.ts'
import type { WorkItemKind } from '../ports/work-item-store.ts'
import { query } from '../query.ts'
import type { WorkItemView } from '../views/reviews.ts'
import type { WorkItemReason } from '../views/reviews-inputs.ts'

const mostItems = 200

const afterSending = ['sender_told', 'sender_mended', 'correction_asked', 'nothing_to_do'] as const

/** The reasons that fit: nobody mends a sender where a job of ours gave up. */
export const reasonsOf: Readonly<Record<WorkItemKind, readonly WorkItemReason[]>> = {
  erased_sent_again: afterSending,
  barred_consent: afterSending,
  job_gave_up: ['done_otherwise', 'nothing_to_do'],
}

/** What waits for a supervisor beside the requests, the oldest first, each with what sent it. */
export const listWorkItems = query({
  name: 'work_item.list',
  permission: 'work_item.list',
  input: z.object({}),
  run: async ({ store }): Promise<{ items: WorkItemView[] }> => ({ items: await listedWorkItems(store) }),
})

/** The open ones, as a screen names them: clients by their name. */
export async function listedWorkItems(store: Store): Promise<WorkItemView[]> {
  const items = await store.workItems.open(mostItems)
  const names = new Map((await store.clients.list()).map(({ id, name }) => [id, name]))
  return items.map(({ id, kind, source, ref, count, firstAt, lastAt }) => ({
    id, kind, ref, count, firstAt, lastAt, source: names.get(source) ?? source, reasons: [...reasonsOf[kind]],
  }))
}
