import { erasureHandlers } from './handlers/erasure-jobs.ts'
import { queueNotificationJob } from './handlers/queue-notification.ts'
import { requestHandlers } from './handlers/request-jobs.ts'
import { sendNotification } from './handlers/send-notification.ts'
import type { JobHandlers } from './run-job.ts'

/** Every kind of job, and what carries it out. A kind that is not here comes before a person, never to nothing. */
export const jobHandlers: JobHandlers = {
  ...erasureHandlers,
  ...requestHandlers,
  'notification.queue': queueNotificationJob,
  'notification.send': sendNotification,
}
