import type { JobRequest } from '../../event.ts'
import { aboutRequest, type EffectContext, type EffectHandlers, type EffectOf, type EffectResult } from '../carry-out.ts'

/** Systems of the frozen plan, or of today's. */
const systemsOf = ({ request, facts }: EffectContext): string[] =>
  (request.frozen ?? facts.plan)?.systems.map((system) => system.system) ?? []

/** A dated rest runs where something of it lies, and nowhere else. */
const restSystems = (rest: EffectOf<'start_tasks'>['rest']): string[] | null =>
  rest === null ? null : [...new Set(rest.map((item) => item.system))]

/**
 * One job for each planned task. Its key counts the request's versions, since a task may be planned more than once;
 * what a repeated call outside is recognised by is the task's own idempotency key.
 */
async function jobsOfPlanned(context: EffectContext): Promise<JobRequest[]> {
  const { store, request } = context
  const planned = (await store.erasure.tasks(request.id)).filter((task) => task.state === 'planned')
  if (planned.length === 0) return [settleJob(context)]
  return planned.map(({ system, step }) => ({
    kind: 'erasure.run_task',
    key: `erasure.run_task:${request.id}:${system}:${step}:${request.version}`,
    payload: { request: request.id, system, step },
  }))
}

/** Tasks in the systems, and asking them again. The work itself is done by the worker, outside. */
export const taskEffects = {
  async freeze_plan(effect, { store, request, now }) {
    await store.erasure.freezePlan(request.id, effect.hash, now)
    return { events: [{ what: 'erasure.plan_frozen', ...aboutRequest(request), data: { plan_hash: effect.hash } }] }
  },
  async start_tasks(effect, context) {
    const { store, request, now } = context
    // A copy is made when it is fetched; nothing is done in a system before.
    if (request.kind === 'access') return startedCopy(context)
    const step = effect.rest === null ? 'erase' : `rest-${request.version}`
    const systems = effect.systems ?? restSystems(effect.rest) ?? systemsOf(context)
    if (effect.systems === null) await store.erasure.ensureTasks(request.id, systems, step, now)
    // A retry finds rows that gave up: they are planned again, in their own step and under the same idempotency key.
    await store.erasure.moveTasks(request.id, ['gave_up', 'stopped', 'failed'], 'planned')
    const started = { systems: systems.length, retry: effect.systems !== null }
    return {
      events: [{ what: 'request.execution_started', ...aboutRequest(request), data: started }],
      jobs: await jobsOfPlanned(context),
    }
  },
  async stop_unstarted_tasks(_effect, { store, request }) {
    await store.erasure.moveTasks(request.id, ['planned'], 'stopped')
    return {}
  },
  async resume_tasks(_effect, context) {
    await context.store.erasure.moveTasks(context.request.id, ['stopped'], 'planned')
    return { jobs: await jobsOfPlanned(context) }
  },
  async drop_all_tasks(_effect, { store, request }) {
    await store.erasure.moveTasks(request.id, ['planned', 'stopped', 'failed'], 'dropped')
    return {}
  },
  async ask_again(effect, { request }) {
    return {
      jobs: [
        {
          kind: 'erasure.recheck',
          key: `erasure.recheck:${request.id}:${effect.round}:${request.version}`,
          payload: { request: request.id, round: effect.round },
        },
      ],
    }
  },
  // The request's own wake-up time says when: see server/db/stores/request-columns.ts.
  recheck_at: async () => ({}),
  async restrict(effect, { request, store }) {
    const systems = await store.systems.list()
    return {
      events: [
        {
          what: effect.on ? 'request.restricted' : 'request.restriction_lifted',
          ...aboutRequest(request),
          data: { on: effect.on, systems: systems.length },
        },
      ],
    }
  },
} satisfies Partial<EffectHandlers>

async function startedCopy(context: EffectContext): Promise<EffectResult> {
  const { store, request } = context
  await store.erasure.moveTasks(request.id, ['planned', 'running', 'failed', 'gave_up', 'stopped'], 'dropped')
  const data = { systems: systemsOf(context).length, retry: false }
  return { events: [{ what: 'request.execution_started', ...aboutRequest(request), data }], jobs: [settleJob(context)] }
}

/** Asks the worker to look whether all tasks ended: a plan without systems ends at once. */
const settleJob = ({ request }: EffectContext): JobRequest => ({
  kind: 'erasure.settle',
  key: `erasure.settle:${request.id}:${request.version}`,
  payload: { request: request.id },
})
