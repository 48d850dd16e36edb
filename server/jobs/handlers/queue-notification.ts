import { queueNotification } from '#usecases/notification/queue-notification.ts'
import type { JobHandler } from '../run-job.ts'

const worker = { kind: 'system', id: 'worker' } as const

/** Makes the messages that a request's step asked for. */
export const queueNotificationJob: JobHandler = {
  async run({ desk, idempotencyKey }, payload) {
    await desk.command(queueNotification, { ...payload, key: idempotencyKey }, worker)
  },
}
