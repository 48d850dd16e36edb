import type { JobRequest } from '../event.ts'

/** The job that sends one message. Its key is the message's own id: it is sent once, whoever tries first. */
export const notificationJob = (notificationId: string): JobRequest => ({
  kind: 'notification.send',
  key: `notification.send:${notificationId}`,
  payload: { notification: notificationId },
})
