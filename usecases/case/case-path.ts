import { isErasing } from '#domain/request/kinds.ts'
import { marksNobody } from '#domain/request/plan-fact.ts'
import type { Request } from '#domain/request/request.ts'
import { isBeforeExecuting, requestStates } from '#domain/request/states.ts'
import type { Capacity } from '#domain/verification/caller-check.ts'
import type { PathStep, PathStepView } from '../views/case.ts'

type Note = PathStepView['note']
interface Step {
  readonly step: PathStep
  readonly at: number | null
  readonly done: boolean
  readonly note: Note
}

/** The way of a case as steps: what is done, what is now, what is to come; a case that ended early stops there. */
export function casePath(request: Request, capacity: Capacity | null = null): PathStepView[] {
  const steps = stepsOf(request, capacity)
  const ended = request.state === 'rejected' || request.state === 'cancelled'
  let nowSeen = false
  const path = steps.map(({ step, at, done, note }): PathStepView => {
    if (done) return { step, status: 'done', at, note }
    if (ended) return { step, status: 'stopped', at: null, note: null }
    const status = nowSeen ? 'todo' : 'now'
    nowSeen = true
    return { step, status, at, note }
  })
  if (!ended) return path
  const last: PathStepView = { step: request.state as 'rejected' | 'cancelled', status: 'done', at: request.since, note: null }
  return [...path.filter((one) => one.status === 'done'), last]
}

function stepsOf(request: Request, capacity: Capacity | null): Step[] {
  const deletion = request.kind === 'deletion'
  const order = requestStates.indexOf(request.state)
  const past = (state: (typeof requestStates)[number]) => order > requestStates.indexOf(state)
  const executing = !isBeforeExecuting(request.state) && request.state !== 'rejected' && request.state !== 'cancelled'
  const approval = request.approvals.at(-1)
  const approved = approval !== undefined || executing
  const steps: Step[] = [
    { step: 'opened', at: request.openedAt, done: true, note: openedNote(request, capacity) },
    {
      step: 'verified',
      at: request.verifiedAt,
      done: request.verifiedAt !== null,
      note: request.verifiedAt === null ? null : { key: 'level', params: { level: Math.max(0, ...request.subjects.map((one) => one.level)) } },
    },
    {
      step: 'approved',
      at: approval?.at ?? null,
      done: approved,
      note: approval !== undefined ? { key: 'by', params: { who: approval.human } } : executing ? { key: 'no_approval_needed' } : null,
    },
  ]
  if (deletion) {
    const waits = request.state === 'cooling_off'
    steps.push({ step: 'change_mind', at: null, done: executing, note: waits ? { key: 'until', params: { until: request.clock.at } } : null })
    const nobody = executing && marksNobody(request.marks)
    steps.push({ step: 'marked', at: request.markedAt, done: executing, note: nobody ? { key: 'not_marked' } : null })
  }
  if (isErasing(request.kind)) {
    const erased = executing && request.state !== 'executing' && request.state !== 'needs_attention'
    steps.push({ step: 'erasing', at: null, done: erased, note: null })
    const again = request.state === 'completed_pending' ? ({ key: 'again_at', params: { at: request.clock.at } } as const) : null
    steps.push({ step: 'asked_again', at: request.firstCleanAt, done: request.state === 'completed', note: again })
  }
  if (request.kind === 'access') {
    steps.push({ step: 'copy_sent', at: request.copySentAt, done: request.copySentAt !== null, note: null })
  }
  const note = request.outcome?.result === 'not_collected' ? ({ key: 'not_collected' } as const) : null
  steps.push({ step: 'complete', at: request.endedAt, done: request.state === 'completed' && past('completed_pending'), note })
  return steps
}

/** Who opened it; and in which capacity somebody asked for the person, where it was not the person. */
function openedNote(request: Request, capacity: Capacity | null): Note {
  if (request.openedBy.type === 'staff') {
    const { human: who } = request.openedBy
    return capacity === null ? { key: 'by', params: { who } } : { key: 'for_them', params: { who, capacity } }
  }
  return request.openedBy.type === 'client' ? { key: 'client', params: { client: request.openedBy.client } } : null
}
