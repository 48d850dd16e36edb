import { describe, expect, it } from 'vitest'
import { askAfterErasure } from '#usecases/erased/ask-after-erasure.ts'
import { checkDocument } from '#usecases/erased/check-document.ts'
import { checkReceipt } from '#usecases/erased/check-receipt.ts'
import { endExpired } from '#usecases/expiry/end-expired.ts'
import { askCorrection, askMark } from '#usecases/ineligibility/ask-mark.ts'
import { sayReceipt } from '#usecases/erased/say-receipt.ts'
import { handOverCall } from '#usecases/call/hand-over-call.ts'
import { takeOverCall } from '#usecases/call/take-over-call.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { answerObjection } from '#usecases/request/answer-objection.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { sendStatedCode } from '#usecases/verification/send-stated-code.ts'
import { anybody } from '#usecases/views/hand-over.ts'
import type { DeskCallView } from '#usecases/views/desk.ts'
import { callScreen, entriesOf, lookUp } from '../support/caller-story.ts'
import { day, openErasureStory } from '../support/erasure-story.ts'
import { mei, onFileWithConsent, openErasedStory, readCodeBack, sayReceiptOf, showDocument } from '../support/erased-story.ts'

const freshKey = () => crypto.randomUUID().replaceAll('-', '')

/** The screen without what is random, told by the clock, or of the other staff of this test. */
const bare = (view: DeskCallView) =>
  JSON.parse(JSON.stringify(view), (key: string, value: unknown) =>
    ['callId', 'startedAt', 'now', 'lookedUpAt', 'challengeId', 'sentAt', 'expiresAt', 'demoCode', 'colleagues'].includes(key) ? undefined : value,
  ) as unknown

describe.each(['sqlite', 'postgresql'] as const)('somebody who was erased a year ago, on %s', (kind) => {
  it('is shown, asked and answered like somebody who never existed, until a document fits', async () => {
    const story = await openErasedStory(kind)
    const seen: unknown[][] = []
    for (const [name, contact] of [['unknown', '+8613900000001'], ['erased', mei.phone]] as const) {
      const agent = await story.as('agent', name)
      const steps: unknown[] = []
      const look = async () => void steps.push(bare(await callScreen(story, agent)))
      const callId = await story.nobodyFound(agent, contact)
      await look()
      const refused = async (work: Promise<unknown>) =>
        void steps.push(await work.catch(({ code, reason }) => ({ code, reason })))
      await refused(sayReceiptOf(story, agent, callId, '0123456789ABCDEF'))
      await refused(showDocument(story, agent, callId))
      await sendStatedCode.run(story.desk, { callId, contact: '+8613800000009' }, agent)
      await look()
      await story.codeReadBack(agent, callId, contact)
      await refused(showDocument(story, agent, callId, 'CN:110101199003070054'))
      await look()
      await story.desk.command(wrapUpCall, { callId, outcome: 'not_found', note: '', callBackAt: null }, agent)
      seen.push(JSON.parse(JSON.stringify(steps).replaceAll(/•+ \d{4}|\d{3} •+ \d{4}/g, 'masked')) as unknown[])
    }
    expect(seen[1]).toEqual(seen[0])
    expect(JSON.stringify(seen)).toContain('nothing_opens')
    const log = await entriesOf(story)
    const ofBoth = log.filter(({ what }) => /^verification\.(receipt|document)_checked$/.test(what))
    expect(ofBoth.map(({ what, outcome }) => `${what} ${outcome}`).toSorted()).toEqual([
      'verification.document_checked denied', 'verification.document_checked denied',
      'verification.receipt_checked denied', 'verification.receipt_checked denied',
    ])
    const text = log.map((entry) => entry.text).join()
    for (const value of ['13812345678', '13900000001', '11010519491231002', '0123456789ABCDEF']) expect(text, value).not.toContain(value)
  })

  it('sends the code to the stated contact whoever has it, and keeps the contact no longer than the call', async () => {
    const story = await openErasedStory(kind)
    const { prisma } = story.desk.database
    for (const [name, contact] of [['1', '+8613900000001'], ['2', mei.phone], ['3', 'nobody@example.org']] as const) {
      const agent = await story.as('agent', name)
      const callId = await story.nobodyFound(agent, contact)
      const { challengeId } = await sendStatedCode.run(story.desk, { callId, contact }, agent)
      const sent = await prisma.notification.findFirst({ where: { verificationId: challengeId } })
      expect(sent).toMatchObject({ state: 'sent', template: 'one_time_code', subjectId: null })
      expect(await prisma.sealed.count({ where: { requestId: challengeId } }), 'while the call goes on').toBe(1)
      await story.desk.command(wrapUpCall, { callId, outcome: 'not_found', note: '', callBackAt: null }, agent)
      expect(await prisma.sealed.count({ where: { requestId: challengeId } })).toBe(0)
    }
  })

  it('is known by the receipt: erased on which day, never again in which service, and the receipt once more', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const callId = await story.nobodyFound(agent)
    const written = story.erased.receipt.toLowerCase().replace(/(.{4})/g, '$1 ')
    await sayReceiptOf(story, agent, callId, written)
    const { call, person } = await callScreen(story, agent)
    expect(call.assurance).toMatchObject({ level: 2, by: { key: 'receipt' } })
    expect(person).toMatchObject({
      found: 'erased',
      erasures: [{ caseCode: story.erased.caseCode, service: null, bars: [{ service: { key: 'credit_scoring' }, stands: true, until: null }] }],
    })
    expect(person.found === 'erased' && person.script.lines[0]?.say).toContain('9 March 2026')
    const said = await story.desk.query(sayReceipt, { callId, erasureId: story.erased.requestId }, agent)
    expect(said.receipt.replaceAll(' ', '')).toBe(story.erased.receipt)
    const log = await entriesOf(story)
    expect(log.filter(({ what }) => what === 'certificate.viewed')).toMatchObject([{ callId, outcome: 'ok' }])
    expect(log.map((entry) => entry.text).join()).not.toContain(story.erased.receipt)
  })

  it('is known by a code and a document whose tags are on one entry, and by neither alone', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const callId = await story.nobodyFound(agent, mei.email)
    await expect(showDocument(story, agent, callId)).rejects.toMatchObject({ reason: 'code_first' })
    await story.codeReadBack(agent, callId, '+8613900000001')
    await expect(showDocument(story, agent, callId)).rejects.toMatchObject({ reason: 'nothing_opens' })
    await story.codeReadBack(agent, callId, mei.phone)
    await expect(showDocument(story, agent, callId, 'CN:110101199003070054')).rejects.toMatchObject({ reason: 'nothing_opens' })
    await expect(showDocument(story, agent, callId, 'no number')).rejects.toMatchObject({ fields: { number: 'document_number' } })
    expect((await callScreen(story, agent)).call.assurance.level).toBe(0)
    await showDocument(story, agent, callId)
    const { call } = await callScreen(story, agent)
    expect(call.assurance).toMatchObject({ level: 2, by: { key: 'document_matching_tag' } })
    expect((await story.known(agent)).maskedContact).toBe('+86 138 •••• 5678')
  })

  it('is not opened by a document for whoever comes after the one whose code was read back', async () => {
    const story = await openErasedStory(kind)
    const [first, second] = [await story.as('agent', '1'), await story.as('agent', '2')]
    const callId = await story.nobodyFound(first)
    await story.codeReadBack(first, callId, mei.phone)
    const { prisma } = story.desk.database
    const { id } = await prisma.verification.findFirstOrThrow({ where: { callId } })
    expect(await prisma.sealed.count({ where: { requestId: id } })).toBe(1)
    await story.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, first)
    await story.desk.command(takeOverCall, { callId }, second)
    await expect(showDocument(story, second, callId)).rejects.toMatchObject({ reason: 'code_first' })
    expect(await prisma.sealed.count({ where: { requestId: id } }), 'the contact is gone').toBe(0)
    await story.codeReadBack(second, callId, mei.phone)
    await showDocument(story, second, callId)
    expect((await callScreen(story, second)).call.assurance.level).toBe(2)
  })

  it('gets three tries of each in a call', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const callId = await story.nobodyFound(agent)
    for (let n = 0; n < 3; n += 1) {
      await expect(sayReceiptOf(story, agent, callId, `${n}123456789ABCDEF`)).rejects.toMatchObject({ reason: 'nothing_opens' })
    }
    await expect(sayReceiptOf(story, agent, callId)).rejects.toMatchObject({ reason: 'tries_used_up' })
  })

  it('is not known by the receipt of a deletion that left the account', async () => {
    const story = await openErasedStory(kind)
    const { caseCode, id } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode)
    await story.work(7 * 86_400_000)
    await story.work(86_400_000)
    const [certificate] = await story.inStore((store) => store.erasure.certificates(id))
    const agent = await story.as('agent', 'other')
    const callId = await story.nobodyFound(agent)
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    await expect(sayReceiptOf(story, agent, callId, receipt)).rejects.toMatchObject({ reason: 'nothing_opens' })
  })

  it('is verified anew when the call is about somebody else, and asks for nothing before level 2', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    const callId = await story.nobodyFound(agent)
    const { requestId: erasureId } = story.erased
    const ask = {
      callId, erasureId, entryId: story.entryId, kind: 'objection', words: 'I do not accept it.', contact: '', idempotencyKey: freshKey(),
    }
    await expect(askAfterErasure.run(story.desk, ask, agent)).rejects.toMatchObject({ reason: 'level_too_low' })
    await expect(story.desk.query(sayReceipt, { callId, erasureId }, agent)).rejects.toMatchObject({ reason: 'level_too_low' })
    await sayReceiptOf(story, agent, callId)
    await lookUp(story, agent, '+8613900000001', callId)
    expect((await callScreen(story, agent)).person.found).toBe('none')
    const other = await story.as('agent', 'other')
    await expect(askAfterErasure.run(story.desk, ask, other)).rejects.toMatchObject({ reason: 'not_your_call' })
    const denied = (await entriesOf(story)).filter(({ what, outcome }) => /\.denied$/.test(what) && outcome === 'denied')
    expect(denied).toHaveLength(3)
  })

  it('has a mark corrected by two supervisors who had no part in it, and may enrol again', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent', 'later')
    const callId = await story.nobodyFound(agent)
    await story.codeReadBack(agent, callId, mei.phone)
    await showDocument(story, agent, callId)
    const ask = {
      callId, erasureId: story.erased.requestId, entryId: story.entryId, kind: 'ineligibility_correction',
      words: '号码当时是别人的', contact: '', idempotencyKey: freshKey(),
    }
    const { caseCode } = await askAfterErasure.run(story.desk, ask, agent)
    expect(await askAfterErasure.run(story.desk, ask, agent)).toMatchObject({ caseCode })
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    expect(stored?.request).toMatchObject({ about: story.entryId, subjects: [{ subjectId: story.entryId, known: 'erased', level: 2 }] })
    const { erasures, submitted } = await story.known(agent)
    expect(erasures[0]?.bars[0]?.correctionLock).toMatchObject({ key: 'open_already', params: { caseCode } })
    expect(submitted).toMatchObject([{ caseCode, shows: 'submitted' }])
    await expect(askAfterErasure.run(story.desk, { ...ask, idempotencyKey: freshKey() }, agent)).rejects.toMatchObject({ reason: 'open_already' })
    const takes = await story.as('agent', 'takes')
    await story.desk.command(handOverCall, { callId, to: anybody, line: 'ends' }, agent)
    await story.desk.command(takeOverCall, { callId }, takes)
    await story.desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, takes)

    // Whoever approved the deletion had a part in what it is about.
    await expect(story.approve(caseCode)).rejects.toMatchObject({ reason: 'had_part_in_subject' })
    const second = await story.as('supervisor', '2')
    await story.desk.query(openCase, { caseCode }, second)
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, second)
    expect(opened).toMatchObject({ words: '号码当时是别人的', verified: { level: 2, by: { key: 'document_matching_tag' } } })
    story.clock.advance(2 * 86_400_000)
    await story.approve(caseCode, await story.as('supervisor', '2'))
    await expect(story.approve(caseCode, await story.as('supervisor', '2'))).rejects.toMatchObject({ reason: 'already_approved' })
    expect(await story.barred('credit_scoring', 'national_id', mei.nationalId)).toBe(true)
    await story.approve(caseCode, await story.as('supervisor', '3'))
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'national_id', mei.nationalId)).toBe(false)
    const log = await story.logOf(caseCode)
    expect(log.filter((what) => what === 'request.approved')).toHaveLength(2)
    expect(log).toContain('registry.superseded')
    const hears = await story.as('agent', 'hears')
    await sayReceiptOf(story, hears, await story.nobodyFound(hears))
    expect(await story.known(hears)).toMatchObject({
      script: { scriptId: 'erased_free' }, erasures: [{ bars: [{ stands: false }] }],
    })
    const { call } = await callScreen(story, hears)
    const once = { ...ask, callId: call.callId, idempotencyKey: freshKey() }
    await expect(askAfterErasure.run(story.desk, once, hears), 'nothing bars them').rejects.toMatchObject({ reason: 'no_bar' })
    expect(await story.inStore((store) => store.erasure.sealed(stored?.request.id ?? '', 'contact', null))).toContain(mei.phone)
  })

  it('objects, and is answered by a supervisor who had no part in the deletion', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent', 'later')
    const callId = await story.nobodyFound(agent)
    await sayReceiptOf(story, agent, callId)
    const ask = {
      callId, erasureId: story.erased.requestId, entryId: story.entryId, kind: 'objection', words: 'Nobody told me.',
      contact: 'mei@example.net', idempotencyKey: freshKey(),
    }
    await expect(askAfterErasure.run(story.desk, { ...ask, contact: 'pigeon' }, agent)).rejects.toMatchObject({ fields: { contact: 'contact' } })
    const { caseCode } = await askAfterErasure.run(story.desk, ask, agent)
    await story.as('supervisor', '2')
    story.clock.advance(2 * 86_400_000)
    const { version } = await story.onCase(caseCode)
    const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    const answer = {
      caseCode, version, planHash: stored?.request.planHash ?? null, confirm: caseCode.slice(-5),
      upheld: false, words: 'It was told twice.',
    }
    // Whoever approved the deletion is no judge of it.
    await expect(story.desk.command(answerObjection, answer, await story.as('supervisor'))).rejects.toMatchObject({
      reason: 'had_part_in_subject',
    })
    await story.desk.command(answerObjection, answer, await story.as('supervisor', '2'))
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.barred('credit_scoring', 'national_id', mei.nationalId)).toBe(true)
    const sent = await story.desk.database.prisma.notification.findMany({ where: { requestId: stored?.request.id ?? '' } })
    expect(sent.map(({ template, channel, sealedId }) => [template, channel, sealedId === null])).toContainEqual(['answered', 'email', false])
  })

  it('hears the answer in words; what was sealed for it stays while the case goes on, and a week after it', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent', 'later')
    const callId = await story.nobodyFound(agent)
    await sayReceiptOf(story, agent, callId)
    const { caseCode } = await askAfterErasure.run(story.desk, {
      callId, erasureId: story.erased.requestId, entryId: story.entryId, kind: 'objection', words: 'Nobody told me.',
      contact: 'mei@example.net', idempotencyKey: freshKey(),
    }, agent)
    const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
    const sealed = async () => {
      await story.desk.command(endExpired, {}, { kind: 'system', id: 'worker' })
      const rows = await story.desk.database.prisma.sealed.findMany({ where: { requestId: id } })
      return rows.map((one) => one.kind).toSorted()
    }
    await story.as('supervisor', '2')
    story.clock.advance(60 * day)
    expect(await sealed(), 'unanswered past its date').toEqual(['contact', 'words'])
    const { planHash } = (await story.inStore((store) => store.requests.byId(id)))?.request ?? {}
    await story.desk.command(answerObjection, {
      ...(await story.onCase(caseCode)), planHash, upheld: false, words: 'It was told twice.', confirm: caseCode.slice(-5),
    }, await story.as('supervisor', '2'))
    await story.work()
    const hears = async (name: string) => {
      const other = await story.as('agent', name)
      await sayReceiptOf(story, other, await story.nobodyFound(other))
      return (await story.known(other)).decisions
    }
    expect(await hears('soon')).toMatchObject([{ caseCode, upheld: false, words: 'It was told twice.' }])
    story.clock.advance(6 * day)
    expect(await sealed()).toEqual(['answer', 'contact', 'words'])
    story.clock.advance(day)
    expect(await sealed()).toEqual([])
    expect(await hears('late')).toEqual([])
  })

  it('has the reason of a correction read by who decides on it, whoever asked for it', async () => {
    const story = await openErasedStory(kind)
    const words = 'The number was recycled.'
    const input = { caseCode: story.erased.caseCode, service: '', words, idempotencyKey: freshKey() }
    const { caseCode } = await askCorrection.run(story.desk, input, await story.as('agent', 'asks'))
    const supervisor = await story.as('supervisor', '2')
    await story.desk.query(openCase, { caseCode }, supervisor)
    const { opened } = await story.desk.query(viewApprovals, { caseCode }, supervisor)
    expect(opened?.words).toBe(words)
  })

  it('is answered under the law of where they are protected, which the case of the erasure still says', async () => {
    for (const [jurisdiction, law, remedies] of [['CN', 'cn_credit', []], ['US-CA', 'fcra', ['opt_out_of_sale']]] as const) {
      const story = await openErasedStory(kind, jurisdiction)
      const agent = await story.as('agent', 'later')
      const callId = await story.nobodyFound(agent)
      await sayReceiptOf(story, agent, callId)
      const { caseCode } = await askAfterErasure.run(story.desk, {
        callId, erasureId: story.erased.requestId, entryId: jurisdiction === 'CN' ? story.entryId : null, kind: 'objection',
        words: 'Nobody told me.', contact: '', idempotencyKey: freshKey(),
      }, agent)
      expect((await story.known(agent)).submitted[0]?.due).toMatchObject({ law })
      await story.as('supervisor', '2')
      story.clock.advance(2 * day)
      const supervisor = await story.as('supervisor', '2')
      const { opened } = await story.desk.query(viewApprovals, { caseCode }, supervisor)
      expect(opened?.due).toMatchObject({ law })
      expect((await story.desk.query(viewCase, { caseCode }, supervisor)).due).toMatchObject({ law })
      const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
      expect(stored?.request.dueAt).toBe(opened?.due.dueAt)
      const refusal = { ...(await story.onCase(caseCode)), code: 'not_the_subject', ground: 'not_theirs' }
      await story.desk.command(rejectRequest, refusal, supervisor)
      const rejected = await story.inStore((store) => store.requests.byCaseCode(caseCode))
      expect(rejected?.request.rejection?.remedies).toEqual(expect.arrayContaining([...remedies]))
    }
  })

  it('is told of every mark of theirs, whichever case left it, by the receipt of the last one and by a document', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const subjectId = await onFileWithConsent(story, mei)
    const carried = async (caseCode: string) => {
      await story.approve(caseCode)
      await story.work(7 * day)
      await story.work(day)
      expect(await story.stateOf(caseCode)).toBe('completed')
    }
    const first = await story.askFor('deletion:credit_scoring', subjectId)
    await carried(first.caseCode)
    const second = await story.askFor('deletion:account', subjectId)
    await carried(second.caseCode)
    // No enrolment is left to be marked for: what bars is the first case's.
    expect(await story.inStore((store) => store.registry.ofRequest(second.id))).toEqual([])
    const [certificate] = await story.inStore((store) => store.erasure.certificates(second.id))
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    for (const name of ['receipt', 'document'] as const) {
      const agent = await story.as('agent', name)
      const callId = await lookUp(story, agent, mei.phone)
      if (name === 'receipt') await checkReceipt.run(story.desk, { callId, receipt }, agent)
      else {
        await readCodeBack(story, agent, callId, mei.phone)
        await checkDocument.run(story.desk, { callId, number: mei.nationalId, reference: 'BRANCH 12' }, agent)
      }
      const { person } = await callScreen(story, agent)
      expect(person).toMatchObject({ found: 'erased', script: { scriptId: 'erased_barred' } })
      expect(person.found === 'erased' && person.erasures).toMatchObject([
        { caseCode: second.caseCode, bars: [] },
        { caseCode: first.caseCode, bars: [{ service: { key: 'credit_scoring' }, stands: true }] },
      ])
    }
  })

  it('is told of a mark that was made without a deletion', async () => {
    const story = await openErasureStory(kind)
    const subjectId = await onFileWithConsent(story, mei)
    const words = 'Order of the court, 2026-7'
    const asked = { query: mei.phone, service: 'credit_scoring', words, idempotencyKey: freshKey() }
    const mark = await askMark.run(story.desk, asked, await story.as('supervisor', 'asks'))
    await story.approve(mark.caseCode)
    await story.work()
    const { id, caseCode } = await story.askFor('deletion:account', subjectId)
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    await story.inStore((store) => store.registry.supersede(id, 'correction', 'test', story.clock.now()))
    const [certificate] = await story.inStore((store) => store.erasure.certificates(id))
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    for (const name of ['receipt', 'document'] as const) {
      const agent = await story.as('agent', name)
      const callId = await lookUp(story, agent, mei.phone)
      if (name === 'receipt') await checkReceipt.run(story.desk, { callId, receipt }, agent)
      else {
        // On the entry that the mark left, which is not the deletion's.
        await readCodeBack(story, agent, callId, mei.phone)
        await checkDocument.run(story.desk, { callId, number: mei.nationalId, reference: 'BRANCH 12' }, agent)
      }
      const { person } = await callScreen(story, agent)
      expect(person, name).toMatchObject({ found: 'erased', script: { scriptId: 'erased_barred' } })
      expect(person.found === 'erased' && person.erasures, name).toContainEqual(
        expect.objectContaining({
          caseCode: mark.caseCode, marksOnly: true, hasReceipt: false,
          bars: [expect.objectContaining({ stands: true })],
        }),
      )
    }
  })

  it('is told of nothing that neither erased them nor left a mark', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const subjectId = await onFileWithConsent(story, mei)
    const refused = await story.askFor('deletion:account', subjectId)
    const refusal = { ...(await story.onCase(refused.caseCode)), code: 'duplicate', ground: 'asked_twice' }
    await story.desk.command(rejectRequest, refusal, await story.as('supervisor', 'refuses'))
    const unmarked = await story.askFor('deletion:ride_sharing', subjectId)
    const { id, caseCode } = await story.askFor('deletion:account', subjectId)
    for (const code of [unmarked.caseCode, caseCode]) await story.approve(code)
    await story.work(7 * day)
    await story.work(day)
    for (const code of [unmarked.caseCode, caseCode]) expect(await story.stateOf(code)).toBe('completed')
    const [certificate] = await story.inStore((store) => store.erasure.certificates(id))
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    const agent = await story.as('agent')
    await checkReceipt.run(story.desk, { callId: await lookUp(story, agent, mei.phone), receipt }, agent)
    const { person } = await callScreen(story, agent)
    expect(person.found === 'erased' && person.erasures.map((one) => one.caseCode)).toEqual([caseCode])
  })

  it('hears the answer to what they objected to while they were on file, given when the account was gone', async () => {
    const story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
    const subjectId = await onFileWithConsent(story, mei)
    const { id, caseCode } = await story.askFor('deletion:account', subjectId, { result: 'objects' })
    await story.work()
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    const objection = await story.desk.database.prisma.request.findFirstOrThrow({ where: { kind: 'objection' } })
    const stored = await story.inStore((store) => store.requests.byId(objection.id))
    await story.desk.command(answerObjection, {
      ...(await story.onCase(objection.caseCode)), planHash: stored?.request.planHash, upheld: false,
      words: 'It was told twice.', confirm: objection.caseCode.slice(-5),
    }, await story.as('supervisor', 'answers'))
    const [certificate] = await story.inStore((store) => store.erasure.certificates(id))
    const receipt = story.desk.runtime.secrets.receipt(certificate?.id ?? '')
    const agent = await story.as('agent')
    await checkReceipt.run(story.desk, { callId: await lookUp(story, agent, mei.phone), receipt }, agent)
    const { person } = await callScreen(story, agent)
    expect(person.found === 'erased' && person.decisions.filter(({ what }) => what === 'objection_answered')).toMatchObject([
      { caseCode: objection.caseCode, upheld: false, words: 'It was told twice.' },
    ])
  })

  it('is looked up like anybody once a new account is on file, and the old receipt still opens what it is of', async () => {
    const story = await openErasedStory(kind)
    const agent = await story.as('agent')
    await onFileWithConsent(story, { ...mei, externalId: 'acc-mei-2', nationalId: null })
    const callId = await story.nobodyFound(agent)
    expect((await callScreen(story, agent)).person.found).toBe('locked')
    await expect(sayReceiptOf(story, agent, callId)).rejects.toMatchObject({ reason: 'stated_not_possible' })
  })
})
