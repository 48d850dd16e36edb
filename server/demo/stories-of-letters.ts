import { finishNotification } from '#usecases/notification/finish-notification.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'
import type { Stage } from './stage.ts'
import type { Story } from './timeline.ts'

const mailServer = { kind: 'system', id: 'notifier' } as const

/** A mail server refuses the next message about a case, for good. */
async function bounces({ floor, workOneJob }: Stage, caseCode: string): Promise<void> {
  const { unitOfWork } = floor.desk.runtime
  for (;;) {
    const waiting = await unitOfWork.read(async (store) => {
      const stored = await store.requests.byCaseCode(caseCode)
      const recent = await store.notifications.recent(20)
      return recent.find((one) => one.requestId === stored?.request.id && one.state === 'queued')
    })
    if (waiting !== undefined) {
      const refused = { notificationId: waiting.id, state: 'failed', fault: 'mail_refused' }
      await floor.desk.command(finishNotification, refused, mailServer)
      return
    }
    if (!(await workOneJob())) return
  }
}

/** A letter from nobody on file, with an address that was hard to read: what is sent there comes back, twice. */
async function* cannotBeAnswered(stage: Stage): Story {
  const { floor, moments } = stage
  yield moments.day(5, 200)
  const receivedOn = new Date(floor.clock.now() - 86_400_000).toISOString().slice(0, 10)
  const letter = {
    channel: 'letter', receivedOn, query: 'ruo.lan@example.org', kind: 'deletion', scope: 'account',
    contact: 'ruo.lam@example.org', locale: 'zh-CN', words: '', idempotencyKey: '5e1f0c1ea2b94d0c8f3b7a6d90e4c2b1',
  }
  const { caseCode, version } = await floor.desk.command(recordIntake, letter, await floor.as('zhang'))
  await bounces(stage, caseCode)
  floor.clock.advance(40 * 60_000)
  await floor.desk.command(noDataFound, { caseCode, version }, await floor.as('zhang'))
  await bounces(stage, caseCode)
}

/** What came on paper. */
export const storiesOfLetters = (stage: Stage): Story[] => [cannotBeAnswered(stage)]
