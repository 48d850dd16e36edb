import { z } from 'zod'
import { undecidedRows } from '#domain/law/law-table.ts'
import { query } from '../query.ts'
import { decidersNow, enoughDeciders } from '../staff/deciders.ts'
import { jobLateMs, unsealedLateMs, workerLateMs, workerSeenKey } from './late.ts'

/** One line of the doctor's report. `detail` holds numbers and codes only. */
export interface DoctorCheck {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** What the database itself says about the desk's health; the command line adds what lies outside of it. */
export const runDoctor = query({
  name: 'doctor.run',
  permission: 'doctor.run',
  input: z.object({}),
  async run({ now, store }): Promise<DoctorCheck[]> {
    const stuck = await store.health.stuckJobs(now, jobLateMs)
    const oldest = await store.health.oldestUnsealed()
    const deciders = decidersNow(await store.staff.list(), now)
    const undecided = undecidedRows((await store.settings.lawTable()).rows, now)
    const behind = oldest === null ? 0 : Math.max(0, Math.round((now - oldest) / 1_000))
    return [
      {
        name: 'log_tail',
        ok: oldest === null || now - oldest <= unsealedLateMs,
        detail: `${await store.health.leaves()} entries numbered; the oldest without a number waits ${behind} s`,
      },
      workerCheck(await store.settings.meta(workerSeenKey), now),
      { name: 'jobs', ok: stuck === 0, detail: `${stuck} stuck` },
      {
        name: 'deciders',
        ok: deciders >= enoughDeciders,
        detail: `${deciders} people can decide now; ${enoughDeciders} are needed so that nobody decides their own cases`,
      },
      {
        name: 'laws',
        ok: undecided.length === 0,
        detail: `${undecided.length} laws undecided: deletions there run without a mark${undecided.length === 0 ? '' : ` (${undecided.map((row) => row.jurisdiction).join(', ')})`}`,
      },
    ]
  },
})

/** Whether the worker gives signs of life: without it nothing is erased, sent or numbered. */
function workerCheck(seen: string | null, now: number): DoctorCheck {
  const ago = seen === null ? null : Math.max(0, now - Date.parse(seen))
  const ok = ago !== null && ago <= workerLateMs
  const last = ago === null ? 'never seen' : `last seen ${Math.round(ago / 1_000)} s ago`
  return { name: 'worker', ok, detail: ok ? last : `not running (${last}): start it with npm start, or npm run worker` }
}
