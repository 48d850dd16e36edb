import { afterEach, describe, expect, it } from 'vitest'
import { runCommand } from '#usecases/command.ts'
import { listMessages } from '#usecases/notification/list-messages.ts'
import { queueNotification } from '#usecases/notification/queue-notification.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { notifierOver } from '#server/notify/notifier.ts'
import type { Senders } from '#server/notify/senders.ts'
import { openTestDesk } from '../support/desk.ts'
import { mailServer as openMailServer, mailText } from '../support/mail-server.ts'
import { chen, creditService, entriesOf, onFile, verifiedCall, withStore } from '../support/caller-story.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function mailServer(refuseWith: number | null = null) {
  const server = await openMailServer(refuseWith)
  closing.push(server.close)
  return server
}

const worker = { kind: 'system', id: 'worker' } as const
const mailOnly = { sms: false, email: true }

/** A case whose person is told by mail that it was rejected, by a desk that has no other way. */
async function rejectionWaits(kind: 'sqlite' | 'postgresql') {
  const test = await openTestDesk(kind)
  await creditService(test)
  await onFile(test, chen)
  const agent = await test.as('agent')
  const { callId, subjectId } = await verifiedCall(test, agent)
  const told = { result: 'understood', scriptVersion: 'v1', locale: 'zh-CN', inWriting: false }
  const choice = { choiceId: 'deletion:account', words: '', idempotencyKey: 'f'.repeat(32) }
  const { caseCode } = await submitFromCall.run(test.desk, { callId, subjectId, told, ...choice }, agent)
  const request = await withStore(test, (store) => store.requests.byCaseCode(caseCode))
  const runtime = { ...test.desk.runtime, channels: mailOnly }
  const input = { request: request?.request.id, template: 'due_passed', to: 'contact_on_file', key: 'k-1' }
  await runCommand(runtime, queueNotification, input, worker)
  const [message] = (await withStore(test, (store) => store.notifications.recent(20))).filter((one) => one.template === 'due_passed')
  if (message === undefined) throw new Error('no message waits')
  const deliver = (senders: Senders) => notifierOver(runtime, senders, 'https://desk.example').deliver(message.id)
  return { test, runtime, caseCode, id: message.id, deliver, administrator: await test.as('administrator') }
}

describe.each(['sqlite', 'postgresql'] as const)('a message that failed, on %s', (kind) => {
  it('is shown with its case and a coded reason, sent again by a person to the contact of today, and both are entries', async () => {
    const { test, runtime, caseCode, id, deliver, administrator } = await rejectionWaits(kind)
    const refusing = await mailServer(550)
    await deliver({ sms: null, email: refusing.send })
    const room = await test.desk.query(listMessages, {}, administrator)
    expect(room.failed).toEqual([
      {
        notificationId: id, template: 'due_passed', channel: 'email', locale: 'zh-CN', caseCode, fault: 'mail_refused',
        madeAt: test.clock.now(), bounced: false, status: null,
      },
    ])
    expect(room.counts).toContainEqual({ template: 'due_passed', state: 'failed', count: 1 })
    expect(JSON.stringify(room)).not.toMatch(/chen\.jing|13812345678/)
    const setUp = await test.desk.query(viewSetUp, {}, administrator)
    expect(setUp.checks.find((check) => check.name === 'messages')).toMatchObject({
      ok: false, detail: { key: 'messages_failed', params: { count: 1 } }, href: '/settings/messages',
    })

    await onFile(test, { ...chen, identifiers: { ...chen.identifiers, email: 'jing.chen@example.cn' } })
    await runCommand(runtime, retryNotification, { notificationId: id }, administrator)
    const jobs = await test.desk.database.prisma.job.findMany({ where: { kind: 'notification.send', state: 'ready' } })
    expect(jobs.filter((job) => job.payload.includes(id)).length).toBeGreaterThan(1)
    const server = await mailServer()
    await deliver({ sms: null, email: server.send })
    expect(server.mails).toHaveLength(1)
    expect(server.mails[0]).toMatch(/^To: jing\.chen@example\.cn/m)
    expect(mailText(server.mails[0] ?? '')).toContain(caseCode.slice(0, 4))
    expect((await test.desk.query(listMessages, {}, administrator)).failed).toEqual([])
    const said = (await entriesOf(test)).map(({ text }) => text)
    const about = said.filter((text) => text.includes(id))
    const order = ['notification.failed', 'notification.retried', 'notification.sent'].map((what) =>
      about.findIndex((text) => text.includes(what)),
    )
    expect(order.every((place) => place >= 0), about.join('\n')).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(said.join()).not.toContain('jing.chen')
  })

  it('goes to the same contact while that is on file, also where the person has another', async () => {
    const { test, runtime, id, deliver, administrator } = await rejectionWaits(kind)
    await deliver({ sms: null, email: (await mailServer(550)).send })
    // By now this desk could reach the phone as well.
    await test.desk.command(retryNotification, { notificationId: id }, administrator)
    const server = await mailServer()
    await notifierOver(runtime, { sms: null, email: server.send }, 'https://desk.example').deliver(id)
    expect(server.mails[0]).toMatch(/^To: chen\.jing@example\.cn/m)
  })

  it('that warned one contact about that contact goes to no other', async () => {
    const { test, id, deliver, administrator } = await rejectionWaits(kind)
    await deliver({ sms: null, email: (await mailServer(550)).send })
    const { prisma } = test.desk.database
    await prisma.notification.update({ where: { id }, data: { requestId: null } })
    const { identifierId } = await prisma.notification.findUniqueOrThrow({ where: { id } })
    await onFile(test, { ...chen, identifiers: { ...chen.identifiers, email: 'jing.chen@example.cn' } })
    await test.desk.command(retryNotification, { notificationId: id }, administrator)
    expect(await prisma.notification.findUniqueOrThrow({ where: { id } })).toMatchObject({ identifierId, state: 'queued' })
  })

  it('is not sent again while it waits or once it went, and two who press at once send it once', async () => {
    const { runtime, id, deliver, administrator } = await rejectionWaits(kind)
    const again = () => runCommand(runtime, retryNotification, { notificationId: id }, administrator)
    await expect(again()).rejects.toMatchObject({ code: 'conflict', reason: 'stale' })
    await deliver({ sms: null, email: (await mailServer(550)).send })
    const both = await Promise.allSettled([again(), again()])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const server = await mailServer()
    await deliver({ sms: null, email: server.send })
    await deliver({ sms: null, email: server.send })
    expect(server.mails).toHaveLength(1)
  })

  it('is not sent to whom nothing is on file of any more', async () => {
    const { test, runtime, id, deliver, administrator } = await rejectionWaits(kind)
    await deliver({ sms: null, email: (await mailServer(550)).send })
    await test.desk.database.prisma.subject.updateMany({ data: { status: 'erased' } })
    const again = runCommand(runtime, retryNotification, { notificationId: id }, administrator)
    await expect(again).rejects.toMatchObject({ code: 'precondition_failed', reason: 'nowhere_to_send' })
  })

  it('is left alone where it was a code: that has run out, and the call asks for a new one', async () => {
    const { test, administrator } = await rejectionWaits(kind)
    const [code] = (await withStore(test, (store) => store.notifications.recent(20))).filter((one) => one.template === 'one_time_code')
    await withStore(test, (store) => store.notifications.end(code?.id ?? '', 'failed', 'no_channel', test.clock.now()))
    const again = test.desk.command(retryNotification, { notificationId: code?.id ?? '' }, administrator)
    await expect(again).rejects.toMatchObject({ code: 'precondition_failed', reason: 'code_asked_anew' })
  })
})
