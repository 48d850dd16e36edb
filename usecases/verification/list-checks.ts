import { z } from 'zod'
import { staffActor } from '../call/own-call.ts'
import type { CheckLine } from '../ports/check-store.ts'
import { query } from '../query.ts'
import type { Lock } from '../views/phrase.ts'
import type { CheckLineView, ChecksView } from '../views/checks.ts'

const longestList = 200

/** What waits for a supervisor to look it up by its reference, the oldest first: codes and dates, nobody's name. */
export const listChecks = query({
  name: 'verification.list_checks',
  permission: 'verification.check_document',
  input: z.object({}),
  async run(context): Promise<ChecksView> {
    const { humanRef } = staffActor(context)
    const { checks, total } = await context.store.checks.waiting(longestList)
    return { now: context.now, total, items: checks.map((check) => lineOf(check, humanRef)) }
  },
})

const lineOf = (check: CheckLine, human: string): CheckLineView => ({
  checkId: check.id,
  version: check.version,
  kind: check.kind,
  capacity: check.capacity,
  state: check.state === 'objected' ? 'objected' : 'waiting',
  askedBy: check.askedBy,
  askedAt: check.askedAt,
  opensAt: check.kind === 'lost_contact' ? check.opensAt : null,
  objectedAt: check.objectedAt,
  lock: lockOf(check, human),
})

function lockOf({ askedBy, checkedBy }: CheckLine, human: string): Lock | null {
  if (askedBy === human) return { key: 'opened_it' }
  return checkedBy === human ? { key: 'checked_it' } : null
}
