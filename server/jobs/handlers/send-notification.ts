import { z } from 'zod'
import { finishNotification } from '#usecases/notification/finish-notification.ts'
import type { JobHandler } from '../run-job.ts'

const Payload = z.object({ notification: z.uuid() })
const worker = { kind: 'system', id: 'worker' } as const

/** Sends one waiting message; one that was sent at once already is left alone. */
export const sendNotification: JobHandler = {
  async run({ desk, fence }, payload) {
    const { notification } = Payload.parse(payload)
    await fence()
    await desk.notifier.deliver(notification)
  },
  async gaveUp({ desk }, payload) {
    const { notification } = Payload.parse(payload)
    await desk.command(finishNotification, { notificationId: notification, state: 'failed', fault: 'retry_span_over' }, worker)
  },
}
