import { aboutRequest, type EffectContext, type EffectHandlers, type EffectOf } from '../carry-out.ts'

/** Systems of the frozen plan, or of today's. */
const systemsOf = ({ request, facts }: EffectContext): string[] =>
  (request.frozen ?? facts.plan)?.systems.map((system) => system.system) ?? []

/** A dated rest runs where something of it lies, and nowhere else. */
const restSystems = (rest: EffectOf<'start_tasks'>['rest']): string[] | null =>
  rest === null ? null : [...new Set(rest.map((item) => item.system))]

/** One job a system and step: its key is what a repeated call outside is recognised by. */
const taskJobs = (context: EffectContext, systems: readonly string[], step: string) =>
  systems.map((system) => ({
    kind: 'erasure.run_task',
    key: `erasure.run_task:${context.request.id}:${system}:${step}:${context.request.version}`,
    payload: { request: context.request.id, system, step },
  }))

/** Tasks in the systems, and asking them again. The work itself is done by the worker, outside. */
export const taskEffects = {
  async freeze_plan(effect, { store, request, now }) {
    await store.erasure.freezePlan(request.id, effect.hash, now)
    return { events: [{ what: 'erasure.plan_frozen', ...aboutRequest(request), data: { plan_hash: effect.hash } }] }
  },
  async start_tasks(effect, context) {
    const { store, request, now } = context
    const systems = effect.systems ?? restSystems(effect.rest) ?? systemsOf(context)
    const step = effect.rest === null ? 'erase' : `rest-${request.version}`
    await store.erasure.ensureTasks(request.id, systems, step, now)
    // A retry finds rows that gave up: they are planned again under the same idempotency key.
    await store.erasure.moveTasks(request.id, ['gave_up', 'stopped', 'failed'], 'planned')
    return {
      events: [{ what: 'request.execution_started', ...aboutRequest(request), data: { systems: systems.length, step } }],
      jobs: systems.length === 0 ? [settleJob(context)] : taskJobs(context, systems, step),
    }
  },
  async stop_unstarted_tasks(_effect, { store, request }) {
    await store.erasure.moveTasks(request.id, ['planned'], 'stopped')
    return {}
  },
  async resume_tasks(_effect, context) {
    const { store, request } = context
    await store.erasure.moveTasks(request.id, ['stopped'], 'planned')
    const waiting = (await store.erasure.tasks(request.id)).filter((task) => task.state === 'planned')
    const steps = [...new Set(waiting.map((task) => task.step))]
    const jobs = steps.flatMap((step) =>
      taskJobs(context, waiting.filter((task) => task.step === step).map((task) => task.system), step),
    )
    return { jobs: jobs.length === 0 ? [settleJob(context)] : jobs }
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
        { what: 'request.restricted', ...aboutRequest(request), data: { on: effect.on, systems: systems.length } },
      ],
    }
  },
} satisfies Partial<EffectHandlers>

/** Asks the worker to look whether all tasks ended: a plan without systems ends at once. */
const settleJob = ({ request }: EffectContext) => ({
  kind: 'erasure.settle',
  key: `erasure.settle:${request.id}:${request.version}`,
  payload: { request: request.id },
})
