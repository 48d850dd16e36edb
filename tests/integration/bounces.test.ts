import { afterEach, describe, expect, it } from 'vitest'
import { runCommand } from '#usecases/command.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { listMessages } from '#usecases/notification/list-messages.ts'
import { messageToken } from '#usecases/notification/message-token.ts'
import { queueNotification } from '#usecases/notification/queue-notification.ts'
import { recordBounce } from '#usecases/notification/record-bounce.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { viewShift } from '#usecases/shift/view-shift.ts'
import { makeCode } from '#usecases/verification/send-code.ts'
import { readDeliveryReport } from '#server/notify/read-delivery-report.ts'
import { notifierOver } from '#server/notify/notifier.ts'
import { deliveryReport } from '../support/delivery-report.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { deskInFolder } from '../support/desk-in-folder.ts'
import { mailServer } from '../support/mail-server.ts'
import {
  callScreen, chen, creditService, entriesOf, lookUp, onFile, verifiedCall, withStore,
} from '../support/caller-story.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const worker = { kind: 'system', id: 'worker' } as const
const operator = { kind: 'operator' } as const
const mailOnly = { sms: false, email: true }

async function openMail(bounces: string | null = null) {
  const server = await mailServer(null, bounces)
  closing.push(server.close)
  return server
}

/** A case whose person was told by mail that it is late; the mail server took it. */
async function mailWentOut(kind: 'sqlite' | 'postgresql', bounces: string | null = null) {
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
  const server = await openMail(bounces)
  const deliver = (id: string) => notifierOver(runtime, { sms: null, email: server.send }, 'https://desk.example').deliver(id)
  await deliver(message.id)
  const [, messageId = ''] = /^Message-ID:\s+(<.*>)/m.exec(server.mails[0] ?? '') ?? []
  const administrator = await test.as('administrator')
  return { test, runtime, agent, caseCode, id: message.id, messageId, server, deliver, administrator }
}

/** The desk's command line at the same data, with a report on its standard input. */
function bounce({ desk: { config }, directory }: TestDesk, input: string, ...args: string[]) {
  const keys = { RIGHTSDESK_DATA: config.dataDirectory, RIGHTSDESK_KEYS: config.keysDirectory }
  return deskInFolder(directory).run(['bounce', ...args, '--json'], { input, env: { DATABASE_URL: config.databaseUrl, ...keys } })
}

const stateOf = (test: TestDesk, id: string) =>
  withStore(test, async (store) => {
    const found = await store.notifications.get(id)
    return { state: found?.state, fault: found?.fault }
  })

describe.each(['sqlite', 'postgresql'] as const)('a mail that came back after the server took it, on %s', (kind) => {
  it('is seen in the messages room, on the case and in the log, without anybody’s address', async () => {
    const { test, agent, caseCode, id, messageId, administrator } = await mailWentOut(kind)
    expect((await test.desk.query(viewCase, { caseCode }, agent)).undelivered).toEqual([])
    const supervisor = await test.as('supervisor')
    const untold = async () => (await test.desk.query(viewShift, {}, supervisor)).unacknowledged.length
    expect(await untold()).toBe(0)

    const answer = await bounce(test, deliveryReport({ messageId }))
    expect(answer.code).toBe(0)
    expect(answer.json()).toEqual({ outcome: 'failed', code: '5.1.1', notification_id: id, changed: true })
    const undelivered = {
      template: 'due_passed', channel: 'email', bounced: true, madeAt: test.clock.now(), fault: 'bounced_address', status: '5.1.1',
    }
    const room = await test.desk.query(listMessages, {}, administrator)
    expect(room.failed).toEqual([{ ...undelivered, notificationId: id, locale: 'zh-CN', caseCode }])
    expect(room.counts).toContainEqual({ template: 'due_passed', state: 'bounced', count: 1 })
    expect((await test.desk.query(viewCase, { caseCode }, agent)).undelivered).toEqual([undelivered])
    const setUp = await test.desk.query(viewSetUp, {}, administrator)
    expect(setUp.checks.find((check) => check.name === 'messages')).toMatchObject({ ok: false, detail: { params: { count: 1 } } })
    expect(await untold()).toBe(1)

    const about = (await entriesOf(test)).map(({ text }) => text).filter((text) => text.includes('notification.bounced'))
    expect(about).toHaveLength(1)
    expect(JSON.parse(about[0] ?? '')).toMatchObject({
      what: 'notification.bounced', outcome: 'failed', case: caseCode, actor: { type: 'operator' },
      data: { notification: id, template: 'due_passed', channel: 'email', class: '5.1.1', first: true },
    })
    expect((await entriesOf(test)).map(({ text }) => text).join()).not.toContain('chen.jing')
    expect(answer.stdout + answer.stderr).not.toContain('chen.jing')

    const again = await bounce(test, deliveryReport({ messageId, status: '5.2.2' }))
    expect([again.code, again.json()]).toMatchObject([0, { changed: false }])
    expect(await stateOf(test, id)).toEqual({ state: 'bounced', fault: '5.1.1' })
  })

  it('is found by the sender of its envelope too, where an address for bounces is set', async () => {
    const { test, id, server } = await mailWentOut(kind, 'bounces@example.org')
    const [to = ''] = server.senders
    expect(to).toMatch(/^bounces\+[0-9a-f]{48}@example\.org$/)
    expect(to).not.toContain('chen')
    expect(await bounce(test, deliveryReport({ to, status: '4.4.7' }))).toMatchObject({ code: 0 })
    expect(await stateOf(test, id)).toEqual({ state: 'bounced', fault: '4.4.7' })
  })

  it('may be back before it was written down that it went, and is not sent once more', async () => {
    const { test, runtime, id, deliver, server } = await mailWentOut(kind)
    await test.desk.database.prisma.notification.update({ where: { id }, data: { state: 'queued', sentAt: null } })
    await test.desk.command(recordBounce, { tokens: [messageToken(runtime.secrets, id)], code: '5.1.1' }, operator)
    await deliver(id)
    expect(server.mails).toHaveLength(1)
    expect(await stateOf(test, id)).toEqual({ state: 'bounced', fault: '5.1.1' })
  })

  it('is not thought lost while it is delayed, nor once it arrived', async () => {
    const { test, id, messageId } = await mailWentOut(kind)
    const before = (await entriesOf(test)).length
    const delayed = await bounce(test, deliveryReport({ messageId, action: 'delayed', status: '4.4.1' }))
    expect([delayed.code, delayed.json()]).toEqual([0, { outcome: 'delayed', changed: false }])
    const arrived = await bounce(test, deliveryReport({ messageId, action: 'delivered', status: '2.0.0' }))
    expect([arrived.code, arrived.json()]).toEqual([0, { outcome: 'arrived', changed: false }])
    expect(await stateOf(test, id)).toEqual({ state: 'sent', fault: null })
    expect(await entriesOf(test)).toHaveLength(before)
  })

  it('is nobody’s word but that of who knows its name: garbage, guesses and addresses change nothing', async () => {
    const { test, id, messageId } = await mailWentOut(kind)
    const before = (await entriesOf(test)).length
    const refused = async (input: string) => {
      const answer = await bounce(test, input)
      expect(answer.code).toBe(1)
      expect(answer.stderr).toMatch(/Nothing changed\.\n$/)
      return (answer.json() as { error: { reason: string } }).error.reason
    }
    expect(await refused('garbage')).toBe('report_none')
    expect(await refused(deliveryReport({}))).toBe('report_of_none')
    expect(await refused(deliveryReport({ messageId }) + 'x'.repeat(2_000_000))).toBe('report_too_large')
    expect(await entriesOf(test)).toHaveLength(before)

    // Its id stands in the log; without the keys nobody makes a name of it.
    const guess = `${id.replaceAll('-', '')}${'0'.repeat(16)}`
    expect(await refused(deliveryReport({ messageId: `<${guess}@example.org>` }))).toBe('message_token')
    const other = messageToken(test.desk.runtime.secrets, crypto.randomUUID())
    expect(await refused(deliveryReport({ envelopeId: other }))).toBe('message_token')
    expect(await stateOf(test, id)).toEqual({ state: 'sent', fault: null })
    const texts = (await entriesOf(test)).slice(before).map(({ text }) => text)
    const added = texts.map((text) => JSON.parse(text) as { what: string; data: object })
    expect(added.map(({ what }) => what)).toEqual(['command.failed', 'command.failed'])
    expect(added[0]?.data).toEqual({ command: 'notification.record_bounce', code: 'not_found', reason: 'message_token' })
  })

  it('may be sent again, once: by another contact on file first, under a name of its own', async () => {
    const { test, runtime, id, messageId, caseCode, agent, server, deliver, administrator } = await mailWentOut(kind)
    const report = await readDeliveryReport(new TextEncoder().encode(deliveryReport({ messageId })))
    const cameBack = () => test.desk.command(recordBounce, { tokens: report.tokens, code: report.code }, operator)
    await cameBack()
    const again = () => runCommand(runtime, retryNotification, { notificationId: id }, administrator)
    const both = await Promise.allSettled([again(), again()])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [sent] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.notificationId] : []))
    expect(sent).not.toBe(id)
    // By mail alone there is no other way: to the same address, as a message of its own.
    await deliver(sent ?? '')
    expect(server.mails[1]).toMatch(/^To: chen\.jing@example\.cn/m)
    expect(server.mails[1]).not.toContain(messageId)
    expect((await test.desk.query(listMessages, {}, administrator)).failed).toEqual([])
    expect((await test.desk.query(viewCase, { caseCode }, agent)).undelivered).toEqual([])
    // A late second report is about the first one.
    expect(await cameBack()).toMatchObject({ first: false })
    expect(await stateOf(test, sent ?? '')).toMatchObject({ state: 'sent' })

    await test.desk.command(recordBounce, { tokens: [messageToken(runtime.secrets, sent ?? '')], code: '5.1.1' }, operator)
    const third = await test.desk.command(retryNotification, { notificationId: sent }, administrator)
    const row = await withStore(test, (store) => store.notifications.get(third.notificationId))
    expect(row).toMatchObject({ channel: 'sms', state: 'queued', template: 'due_passed' })
    const retried = (await entriesOf(test)).map(({ text }) => text).filter((text) => text.includes('notification.retried'))
    expect(retried).toHaveLength(2)
    expect(JSON.parse(retried[1] ?? '')).toMatchObject({ case: caseCode, data: { notification: third.notificationId, after: sent } })
  })

  it('that warned one contact about that contact is sent again to no other', async () => {
    const { test, id, messageId, administrator } = await mailWentOut(kind)
    const { prisma } = test.desk.database
    await prisma.notification.update({ where: { id }, data: { requestId: null } })
    const { identifierId } = await prisma.notification.findUniqueOrThrow({ where: { id } })
    await bounce(test, deliveryReport({ messageId }))
    const again = await test.desk.command(retryNotification, { notificationId: id }, administrator)
    const sent = await prisma.notification.findUniqueOrThrow({ where: { id: again.notificationId } })
    expect(sent).toMatchObject({ identifierId, state: 'queued' })
  })

  it('and was a code raises and lowers nothing: the agent sees it, and it is never sent twice', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    const agent = await test.as('agent')
    const callId = await lookUp(test, agent, '13812345678')
    const { person } = await callScreen(test, agent)
    const ways = person.found === 'locked' ? person.ways : []
    const wayId = ways.find((one) => one.way === 'code_email')?.wayId
    const made = await test.desk.command(makeCode, { callId, wayId }, agent)
    const server = await openMail()
    await notifierOver(test.desk.runtime, { sms: null, email: server.send }, 'https://desk.example').deliver(made.notificationId)
    const before = await callScreen(test, agent)
    const tokens = [messageToken(test.desk.runtime.secrets, made.notificationId)]
    await test.desk.command(recordBounce, { tokens, code: '5.1.1' }, operator)

    const after = await callScreen(test, agent)
    const waysNow = after.person.found === 'locked' ? after.person.ways : []
    expect(waysNow.find((one) => one.wayId === wayId)?.challenge?.delivery).toBe('bounced')
    expect(after.call?.assurance).toEqual(before.call?.assurance)
    expect(await withStore(test, (store) => store.calls.verification(made.challengeId))).toMatchObject({ outcome: 'pending', tries: 0 })
    const again = test.desk.command(retryNotification, { notificationId: made.notificationId }, await test.as('administrator'))
    await expect(again).rejects.toMatchObject({ reason: 'code_asked_anew' })
  })

  it('may have been an SMS: the gateway’s script says so under the reference that the hook gave', async () => {
    const { test, id } = await mailWentOut(kind)
    const reference = messageToken(test.desk.runtime.secrets, id)
    const say = (outcome: string) => bounce(test, JSON.stringify({ reference, outcome }), '--sms')
    expect((await say('accepted')).json()).toEqual({ outcome: 'delayed', changed: false })
    expect((await say('delivered')).json()).toEqual({ outcome: 'arrived', changed: false })
    expect((await say('lost')).json()).toMatchObject({ error: { reason: 'report_none' } })
    expect((await say('undeliverable')).json()).toMatchObject({ outcome: 'failed', code: 'sms_undeliverable', changed: true })
    expect(await stateOf(test, id)).toEqual({ state: 'bounced', fault: 'sms_undeliverable' })
  })
})
