import { failTask } from '#usecases/erasure/fail-task.ts'
import { settleRequest } from '#usecases/erasure/settle-request.ts'
import { askAgain } from '../../erasure/ask-again.ts'
import { runTask } from '../../erasure/run-task.ts'
import { RecheckPayload, RequestPayload, TaskPayload } from '../payload.ts'
import type { JobHandlers } from '../run-job.ts'

const worker = { kind: 'system', id: 'worker' } as const

/** Jobs of an erasure: its tasks, and asking again. */
export const erasureHandlers: JobHandlers = {
  'erasure.run_task': {
    async run({ desk, fence }, payload) {
      const { request, system, step } = TaskPayload.parse(payload)
      await runTask(desk, { requestId: request, system, step, fence })
    },
    async gaveUp({ desk }, payload) {
      const { request, system, step } = TaskPayload.parse(payload)
      await desk.command(failTask, { requestId: request, system, step, fault: 'retry_span_over', gaveUp: true }, worker)
    },
  },
  'erasure.settle': {
    async run({ desk }, payload) {
      await desk.command(settleRequest, { requestId: RequestPayload.parse(payload).request }, worker)
    },
  },
  'erasure.recheck': {
    async run({ desk }, payload) {
      const { request, round } = RecheckPayload.parse(payload)
      await askAgain(desk, request, round)
    },
  },
}
