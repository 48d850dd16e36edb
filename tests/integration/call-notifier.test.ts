import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { runCommand } from '#usecases/command.ts'
import { viewDesk } from '#usecases/desk/view-desk.ts'
import { AppError } from '#usecases/errors.ts'
import { runQuery } from '#usecases/query.ts'
import type { Notifier } from '#usecases/ports/notifier.ts'
import { makeCode } from '#usecases/verification/send-code.ts'
import { messageToken } from '#usecases/notification/message-token.ts'
import { queueNotification } from '#usecases/notification/queue-notification.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { extensionReasons } from '#domain/law/law-row.ts'
import { startingLawTable } from '#domain/law/law-table.ts'
import { remediesForAll } from '#usecases/request/remedies.ts'
import { noticeTemplates } from '#domain/request/effects.ts'
import { notifierOver } from '#server/notify/notifier.ts'
import { messageBooks, renderMessage } from '#server/notify/render-message.ts'
import { sendByWebhook } from '#server/notify/send-by-webhook.ts'
import { channelsFor, type Senders } from '#server/notify/senders.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { mailServer as openMailServer, mailText } from '../support/mail-server.ts'
import { callScreen, chen, creditService, entriesOf, lookUp, onFile, verifiedCall, withStore } from '../support/caller-story.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A mail server for one test. */
async function mailServer(refuseWith: number | null = null) {
  const server = await openMailServer(refuseWith)
  closing.push(server.close)
  return server
}

interface Posted {
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

/** An SMS gateway that answers with these statuses in turn, the last one for ever. */
async function gateway(...statuses: number[]) {
  const posts: Posted[] = []
  const gate = { location: '' }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      posts.push({ body, headers: request.headers })
      const status = statuses[Math.min(posts.length, statuses.length) - 1] ?? 200
      response.writeHead(status, { 'Retry-After': '7', ...(gate.location === '' ? {} : { Location: gate.location }) }).end('13812345678')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/sms`
  return Object.assign(gate, { posts, url, send: sendByWebhook({ url, token: 'a secret' }, () => 1_515_376_800_000) })
}

const none: Senders = { email: null, sms: null }

/** A code that waits to be sent by this way. */
async function codeWaits(kind: 'sqlite' | 'postgresql', way: 'code_phone' | 'code_email', senders: Senders) {
  const test = await openTestDesk(kind)
  await creditService(test)
  await onFile(test, chen)
  const agent = await test.as('agent')
  const callId = await lookUp(test, agent, '13812345678')
  const { person } = await callScreen(test, agent)
  const ways = person.found === 'locked' ? person.ways : []
  const wayId = ways.find((one) => one.way === way)?.wayId
  const made = await test.desk.command(makeCode, { callId, wayId }, agent)
  const notifier: Notifier = notifierOver(test.desk.runtime, senders, 'https://desk.example')
  return { test, notifier, id: made.notificationId, code: test.desk.runtime.secrets.oneTimeCode(made.challengeId) }
}

const stateOf = async (test: TestDesk, id: string) =>
  withStore(test, async (store) => {
    const found = await store.notifications.get(id)
    return { state: found?.state, fault: found?.fault }
  })

describe.each(['sqlite', 'postgresql'] as const)('the notifier, on %s', (kind) => {
  it('sends a code by mail, in the person’s language, without naming a service', async () => {
    const server = await mailServer()
    const { test, notifier, id, code } = await codeWaits(kind, 'code_email', { ...none, email: server.send })
    await notifier.deliver(id)
    expect(server.mails).toHaveLength(1)
    const [mail = ''] = server.mails
    expect(mail).toMatch(/^To: chen\.jing@example\.cn/m)
    expect(mail).toMatch(new RegExp(`^Message-ID:\\s+<${messageToken(test.desk.runtime.secrets, id)}@example\\.org>`, 'm'))
    const body = mailText(mail)
    expect(body).toContain(code)
    expect(body).toContain('验证码')
    expect(body.toLowerCase()).not.toContain('credit')
    expect(await stateOf(test, id)).toEqual({ state: 'sent', fault: null })
    await notifier.deliver(id)
    expect(server.mails).toHaveLength(1)
    const texts = (await entriesOf(test)).map(({ text }) => text).join()
    expect(texts).toContain('notification.sent')
    expect(texts).not.toContain(code)
    expect(texts).not.toContain('chen.jing')
  })

  it('gives up at once what a mail server refuses for good, and keeps none of its words', async () => {
    const server = await mailServer(550)
    const { test, notifier, id } = await codeWaits(kind, 'code_email', { ...none, email: server.send })
    await notifier.deliver(id)
    expect(await stateOf(test, id)).toEqual({ state: 'failed', fault: 'mail_refused' })
  })

  it('lets a message wait while the mail server says: later', async () => {
    const server = await mailServer(451)
    const { test, notifier, id } = await codeWaits(kind, 'code_email', { ...none, email: server.send })
    await expect(notifier.deliver(id)).rejects.toMatchObject({ code: 'unavailable', reason: 'mail_unreachable' })
    await notifier.tryNow(id)
    expect(await stateOf(test, id)).toEqual({ state: 'queued', fault: null })
  })

  it('posts an SMS signed and with one key for every try', async () => {
    const sms = await gateway(503, 202)
    const { test, notifier, id, code } = await codeWaits(kind, 'code_phone', { ...none, sms: sms.send })
    const later = await notifier.deliver(id).catch((fault: unknown) => fault)
    expect(later).toBeInstanceOf(AppError)
    expect(later).toMatchObject({ reason: 'sms_busy', retryAfter: 7 })
    await notifier.deliver(id)
    expect(await stateOf(test, id)).toEqual({ state: 'sent', fault: null })
    expect(sms.posts).toHaveLength(2)
    const [first, second] = sms.posts
    expect(second?.headers['idempotency-key']).toBe(`notification.send:${id}`)
    expect(first?.headers['idempotency-key']).toBe(second?.headers['idempotency-key'])
    expect(JSON.parse(second?.body ?? '')).toEqual({
      to: '+8613812345678', locale: 'zh-CN', text: expect.stringContaining(code) as string,
      reference: messageToken(test.desk.runtime.secrets, id),
    })
    const signature = createHmac('sha256', 'a secret').update(`1515376800.${second?.body}`).digest('hex')
    expect(second?.headers['x-rightsdesk-signature']).toBe(`t=1515376800,v1=${signature}`)
  })

  it('follows no redirect: the number goes to the configured address alone', async () => {
    const elsewhere = await gateway(200)
    const sms = await gateway(307)
    sms.location = elsewhere.url
    const { test, notifier, id } = await codeWaits(kind, 'code_phone', { ...none, sms: sms.send })
    await expect(notifier.deliver(id)).rejects.toMatchObject({ reason: 'sms_unreachable' })
    expect(elsewhere.posts).toEqual([])
    expect(await stateOf(test, id)).toEqual({ state: 'queued', fault: null })
  })

  it('gives up what a gateway refuses', async () => {
    const sms = await gateway(400)
    const { test, notifier, id } = await codeWaits(kind, 'code_phone', { ...none, sms: sms.send })
    await notifier.deliver(id)
    expect(await stateOf(test, id)).toEqual({ state: 'failed', fault: 'sms_refused' })
  })

  it('says that a message failed where no way out is configured, but in a demo', async () => {
    const real = await codeWaits(kind, 'code_phone', none)
    await real.notifier.deliver(real.id)
    expect(await stateOf(real.test, real.id)).toEqual({ state: 'failed', fault: 'no_channel' })
    const demo = await codeWaits(kind, 'code_phone', none)
    await withStore(demo.test, (store) => store.settings.setMeta('demo', 'yes'))
    await demo.notifier.deliver(demo.id)
    expect(await stateOf(demo.test, demo.id)).toEqual({ state: 'sent', fault: null })
  })

  it('sends no code that has run out', async () => {
    const sms = await gateway(200)
    const { test, notifier, id } = await codeWaits(kind, 'code_phone', { ...none, sms: sms.send })
    test.clock.advance(11 * 60_000)
    await notifier.deliver(id)
    expect(sms.posts).toEqual([])
    expect(await stateOf(test, id)).toEqual({ state: 'failed', fault: 'code_over' })
  })

  it('queues one message for a request’s person, by phone, however often its job runs; none for those who work here', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await withStore(test, (store) => store.settings.setMeta('demo', 'yes'))
    await onFile(test, chen)
    const agent = await test.as('agent')
    const { callId, subjectId } = await verifiedCall(test, agent)
    const choice = { choiceId: 'deletion:account', words: '', idempotencyKey: 'f'.repeat(32) }
    const told = { result: 'understood', scriptVersion: 'v1', locale: 'zh-CN', inWriting: false }
    const { caseCode } = await submitFromCall.run(test.desk, { callId, subjectId, told, ...choice }, agent)
    const stored = await withStore(test, (store) => store.requests.byCaseCode(caseCode))
    const system = { kind: 'system', id: 'worker' } as const
    const input = { request: stored?.request.id, template: 'completed', to: 'contact_on_file', human: null, key: 'k-1' }
    expect(await test.desk.command(queueNotification, input, system)).toEqual({ messages: 1 })
    expect(await test.desk.command(queueNotification, input, system)).toEqual({ messages: 0 })
    expect(await test.desk.command(queueNotification, { ...input, to: 'supervisors', key: 'k-2' }, system)).toEqual({ messages: 0 })
    const queued = await withStore(test, (store) => store.notifications.recent(10))
    const own = queued.filter(({ template }) => template === 'completed')
    expect(own).toMatchObject([{ channel: 'sms', locale: 'zh-CN', state: 'queued', subjectId }])
    await test.desk.notifier.deliver(own[0]?.id ?? '')
    expect(await stateOf(test, own[0]?.id ?? '')).toEqual({ state: 'sent', fault: null })
  })

  it('offers, and takes for notices, only the contact that this desk has a way to', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await onFile(test, chen)
    const agent = await test.as('agent')
    const { callId, subjectId } = await verifiedCall(test, agent)
    const told = { result: 'understood', scriptVersion: 'v1', locale: 'zh-CN', inWriting: false }
    const choice = { choiceId: 'deletion:account', words: '', idempotencyKey: 'f'.repeat(32) }
    const { caseCode } = await submitFromCall.run(test.desk, { callId, subjectId, told, ...choice }, agent)
    const stored = await withStore(test, (store) => store.requests.byCaseCode(caseCode))
    const mailOnly = { ...test.desk.runtime, channels: { sms: false, email: true } }
    const input = { request: stored?.request.id, template: 'completed', to: 'contact_on_file', human: null, key: 'k-1' }
    await runCommand(mailOnly, queueNotification, input, { kind: 'system', id: 'worker' })
    const queued = await withStore(test, (store) => store.notifications.recent(10))
    expect(queued.filter(({ template }) => template === 'completed')).toMatchObject([{ channel: 'email' }])

    const other = await test.as('agent', 'other')
    const second = await lookUp(test, other, '13812345678')
    const view = await runQuery(mailOnly, viewDesk, { locale: 'en', incoming: null }, other)
    const ways = view.state === 'call' && view.person.found === 'locked' ? view.person.ways : []
    expect(ways.filter(({ way }) => way.startsWith('code_'))).toMatchObject([
      { way: 'code_phone', lock: { key: 'no_channel' }, best: false },
      { way: 'code_email', lock: null, best: true },
    ])
    const asked = runCommand(mailOnly, makeCode, { callId: second, wayId: ways[0]?.wayId }, other)
    await expect(asked).rejects.toMatchObject({ reason: 'code_not_possible' })
  })
})

describe('the ways out of the house', () => {
  const gone = { demo: false, smtp: null, smsWebhook: null }
  const smtp = { url: 'smtp://127.0.0.1', from: 'desk@example.org', bounces: null }

  it('are those that are configured; both in a demo, and where there is none', () => {
    expect(channelsFor({ ...gone, smtp })).toEqual({ sms: false, email: true })
    const smsWebhook = { url: 'http://127.0.0.1', token: null }
    expect(channelsFor({ ...gone, smsWebhook })).toEqual({ sms: true, email: false })
    expect(channelsFor({ ...gone, smtp, demo: true })).toEqual({ sms: true, email: true })
    expect(channelsFor(gone)).toEqual({ sms: true, email: true })
  })
})

describe('the words of messages', () => {
  it('exist for every notice in both languages, and name no service', () => {
    for (const locale of ['en', 'zh-CN']) {
      for (const template of [...noticeTemplates, 'one_time_code', 'receipt']) {
        const words = renderMessage(template, locale, {
          code: '123456', caseCode: 'K7M4 QXEH 9', receipt: 'R', reason: 'complexity', remedies: ['go_to_court'],
          until: { at: Date.parse('2018-03-01T12:00:00Z'), zone: 'UTC' },
        })
        expect(words?.text, `${template} ${locale}`).toMatch(/123456|K7M4 QXEH 9/)
        expect(words?.text).not.toMatch(/\{|credit|征信|信用/i)
        expect(words?.subject).not.toMatch(/K7M4/)
      }
    }
  })

  it('say why and until when an answer takes longer, and what a refused person may still do, each thing once', () => {
    const fills = {
      caseCode: 'K7M4 QXEH 9', reason: 'complexity', until: { at: Date.parse('2018-03-01T12:00:00Z'), zone: 'Asia/Shanghai' },
      remedies: [...remediesForAll, 'complaint_to_authority', 'opt_out_of_sale'],
    }
    expect(renderMessage('extended', 'en', fills)?.text).toMatch(/There is more to look into than usual\. .*by 1 March 2018\./)
    expect(renderMessage('extended', 'zh-CN', fills)?.text).toContain('2018年3月1日')
    const refused = renderMessage('rejected', 'en', fills)?.text ?? ''
    expect(refused).toContain('You may object to it with us. ')
    expect(refused.match(/supervisory authority/g)).toHaveLength(1)
    expect(refused).toContain('not to sell or share')
    expect(renderMessage('rejected', 'zh-CN', fills)?.text).toContain('您可以向法院起诉。')
  })

  it('have a sentence for every remedy that a law makes a refusal offer, and for every reason of an extension', () => {
    const codes = [...remediesForAll, ...startingLawTable.flatMap((row) => row.refusalMustOffer)]
    for (const { locale, templates } of messageBooks) {
      expect(codes.filter((code) => templates.remedies[code] === undefined), locale).toEqual([])
      expect(extensionReasons.filter((code) => templates.reasons[code] === ''), locale).toEqual([])
    }
  })
})
