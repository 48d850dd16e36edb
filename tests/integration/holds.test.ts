import { describe, expect, it } from 'vitest'
import { listOwnCases } from '#usecases/case/list-own-cases.ts'
import { openCase } from '#usecases/case/open-case.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { listHolds } from '#usecases/hold/list-holds.ts'
import { liftHold } from '#usecases/hold/lift-hold.ts'
import { placeHold } from '#usecases/hold/place-hold.ts'
import { reviewHold } from '#usecases/hold/review-hold.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { putHoldOperation } from '#server/http/operations/put-hold.ts'
import { clientWith, send } from '#tests/support/api.ts'
import { readRequest } from '#usecases/request/read-request.ts'
import { entriesOf } from '#tests/support/caller-story.ts'
import { day, openErasureStory, people, type ErasureStory } from '#tests/support/erasure-story.ts'

const dayIn = (story: ErasureStory, days: number) =>
  new Date(story.clock.now() + days * day).toISOString().slice(0, 10)

const list = async (story: ErasureStory, name = '1') => story.desk.query(listHolds, {}, await story.as('supervisor', name))

/** A hold on the shop alone, placed by a supervisor on a case. */
async function holdTheShop(story: ErasureStory, caseCode: string, name = 'holder') {
  const input = { caseCode, covers: 'systems', systems: ['shop'], basis: 'Lawsuit 2026-114', reviewOn: dayIn(story, 60) }
  await story.desk.command(placeHold, input, await story.as('supervisor', name))
  await story.work()
}

const customer = async (story: ErasureStory) =>
  (await story.shops[0]?.sql('SELECT name FROM customer WHERE customer_id = 3'))?.[0] ?? null

describe.each(['sqlite', 'postgresql'] as const)('legal holds, on %s', (kind) => {
  it('that are partial become kept lines before anybody decides; the rest goes, and what stayed goes when it is lifted', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await holdTheShop(story, caseCode)
    const shown = await story.desk.query(viewApprovals, { caseCode }, await story.as('supervisor'))
    const shop = shown.opened?.plan?.systems.find((one) => one.system === 'shop')
    expect(shop).toMatchObject({ delete: 0, mask: 0 })
    expect(new Set(shop?.reasons.map((reason) => reason.key))).toEqual(new Set(['held']))
    expect((await list(story)).holds[0]?.stops).toMatchObject([{ caseCode, how: { key: 'keeps', params: { places: ['shop'] } } }])

    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await customer(story)).toEqual({ name: 'Cleo 陈' })
    expect((await story.inStore((store) => store.subjects.get(story.subjects.cleo)))?.status).toBe('erased')
    const certificates = async () => {
      const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
      const all = await story.inStore((store) => store.erasure.certificates(stored?.request.id ?? ''))
      return all.map(({ body }) => (JSON.parse(new TextDecoder().decode(body)) as { result: string }).result)
    }
    expect(await certificates()).toEqual(['retained'])

    const [hold] = (await list(story)).holds
    expect(hold?.stops).toMatchObject([{ caseCode, how: { key: 'rest' } }])
    // The person's key is gone with the account: what is typed about the lifting has nothing to be sealed under.
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: 'Settled' }, await story.as('supervisor'))
    await story.work()
    await story.work(day)
    expect(await customer(story)).toBeNull()
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await certificates()).toEqual(['retained', 'full'])
    const said = await story.logOf(caseCode)
    for (const what of ['hold.placed', 'hold.lifted', 'request.released']) expect(said).toContain(what)
    const parts = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.parts
    expect(parts).toContainEqual(expect.objectContaining({ human: 'SU-1', part: 'lifted_hold' }))
    const id = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.id ?? ''
    const kept = await story.inStore((store) => store.requests.parts(id))
    expect(kept, 'where the database looks').toContainEqual(expect.objectContaining({ humanRef: 'SU-1', part: 'lifted_hold' }))
    expect(await list(story)).toMatchObject({ standing: 0, holds: [], lifted: [{ liftedBy: 'SU-1' }] })
  })

  it('leave nothing about the service behind: what is typed when one is lifted after the erasure is not kept', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:credit_scoring', 'ann')
    await holdTheShop(story, caseCode)
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [hold] = (await list(story)).holds
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: 'Settled' }, await story.as('supervisor'))
    await story.work()
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.inStore((store) => store.subjects.notes({ subjectId: story.subjects.ann }))).toEqual([])
    expect((await story.logOf(caseCode)).filter((what) => what === 'certificate.issued')).toHaveLength(2)
  })

  it('that kept nothing of what is complete make nobody who lifts them a part of it', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:credit_scoring', 'ann')
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const subjectId = story.subjects.ann
    const before = await story.inStore((store) => store.requests.parts(id))
    await story.inStore((store) => store.requests.putHold({
      id: crypto.randomUUID(), holdRef: 'LIT-9', subjectId, covers: 'everything', basis: 'court', mayNotTell: false,
      owner: 'supervisor', placedBy: 'cases', placedAt: story.clock.now(), reviewOn: story.clock.now() + 60 * day,
      liftedAt: null, liftedBy: null,
    }))
    const lifter = await story.as('supervisor', 'lifter')
    await story.desk.command(liftHold, { caseCode: null, holdRef: 'LIT-9', reason: 'Settled' }, lifter)
    expect(await story.stateOf(caseCode)).toBe('completed')
    expect(await story.inStore((store) => store.requests.parts(id))).toEqual(before)
    expect((await entriesOf(story)).filter(({ what }) => what === 'hold.lifted')).toMatchObject([{ outcome: 'ok' }])
  })

  it('take an approval away that was given before them, as soon as the systems were asked again', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    await holdTheShop(story, caseCode)
    expect(await story.stateOf(caseCode)).toBe('awaiting_approval')
    expect(await story.logOf(caseCode)).toContain('request.plan_changed')
  })

  it('come first once their review date has come; who reviews one has a part in its case', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const everything = { caseCode, covers: 'everything', basis: 'Court of Haidian', reviewOn: dayIn(story, 30) }
    await story.desk.command(placeHold, everything, await story.as('supervisor', 'holder'))
    expect(await list(story)).toMatchObject({ standing: 1, toReview: 0, holds: [{ due: false, owner: 'supervisor', placedBy: 'SU-holder', stops: [{ caseCode, how: { key: 'stopped' } }] }] })
    await story.work(31 * day)
    const due = await list(story)
    expect(due).toMatchObject({ toReview: 1, holds: [{ due: true }] })
    const [hold] = due.holds
    const review = { holdRef: hold?.holdRef, seen: hold?.reviewOn, reviewOn: dayIn(story, 90) }

    const reviewer = await story.as('supervisor', 'reviewer')
    await expect(story.desk.command(reviewHold, { ...review, reviewOn: dayIn(story, -1) }, reviewer)).rejects.toMatchObject({ fields: { reviewOn: 'date_past' } })
    await expect(story.desk.command(reviewHold, review, await story.as('agent'))).rejects.toMatchObject({ code: 'not_allowed' })
    await story.desk.command(reviewHold, review, reviewer)
    await expect(story.desk.command(reviewHold, review, reviewer)).rejects.toMatchObject({ reason: 'stale' })
    expect(await list(story)).toMatchObject({ toReview: 0, holds: [{ reviewOn: Date.parse(review.reviewOn) }] })
    expect(await story.logOf(caseCode)).toContain('hold.reviewed')

    await story.desk.command(liftHold, { caseCode: null, holdRef: hold?.holdRef, reason: 'The order ended' }, await story.as('supervisor', 'lifter'))
    await story.work()
    for (const who of ['holder', 'reviewer', 'lifter']) {
      const form = await story.onCase(caseCode)
      const stored = await story.inStore((store) => store.requests.byCaseCode(caseCode))
      const input = { ...form, planHash: stored?.request.planHash, confirm: caseCode.slice(-5) }
      await expect(story.desk.command(approveRequest, input, await story.as('supervisor', who))).rejects.toMatchObject({ reason: 'took_part' })
    }
    await expect(story.desk.command(reviewHold, review, reviewer)).rejects.toMatchObject({ reason: 'already_lifted' })
  })

  it('stay lifted and as wide as they were made, when somebody reviews them in the same moment', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await holdTheShop(story, caseCode)
    const [hold] = (await list(story)).holds
    const stored = await story.inStore((store) => store.requests.hold(hold?.holdRef ?? ''))
    if (stored === null) throw new Error('there is a hold')
    const [seen, reviewOn] = [stored.reviewOn, stored.reviewOn + 90 * day]
    await story.inStore((store) => store.requests.putHold({ ...stored, covers: 'everything' }))
    // What a review that read the hold before writes now.
    const write = () => story.inStore((store) => store.requests.putReviewDate(stored.id, { seen, reviewOn }))
    expect(await write()).toBe(true)
    expect(await write(), 'another one was first').toBe(false)
    const after = () => story.inStore((store) => store.requests.hold(stored.holdRef))
    expect(await after()).toMatchObject({ covers: 'everything', reviewOn, liftedAt: null })

    const review = { holdRef: stored.holdRef, seen: reviewOn, reviewOn: dayIn(story, 200) }
    const lift = { caseCode, holdRef: stored.holdRef, reason: 'Settled' }
    const [reviewer, lifter] = [await story.as('supervisor', 'reviewer'), await story.as('supervisor', 'lifter')]
    const reviewing = story.desk.command(reviewHold, review, reviewer)
    await Promise.allSettled([reviewing, story.desk.command(liftHold, lift, lifter)])
    const lifted = (await story.logOf(caseCode)).includes('hold.lifted')
    expect((await after())?.liftedAt !== null, 'what the log says').toBe(lifted)
    const late = { seen: (await after())?.reviewOn ?? 0, reviewOn: reviewOn + 200 * day }
    await story.inStore((store) => store.requests.putHold({
      ...stored, reviewOn: late.seen, liftedAt: story.clock.now(), liftedBy: 'SU-lifter',
    }))
    expect(await story.inStore((store) => store.requests.putReviewDate(stored.id, late)), 'it does not stand').toBe(false)
  })

  it('are lifted once, and from the case of the person whom they are about', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const other = await story.ask('deletion:account', 'ann')
    await holdTheShop(story, caseCode)
    const [hold] = (await list(story)).holds
    const lifter = await story.as('supervisor', 'lifter')
    const lift = (from: string) =>
      story.desk.command(liftHold, { caseCode: from, holdRef: hold?.holdRef, reason: 'Settled' }, lifter)
    await expect(lift(other.caseCode)).rejects.toMatchObject({ code: 'not_found' })
    expect(await list(story)).toMatchObject({ standing: 1 })
    await lift(caseCode)
    story.clock.advance(day)
    await story.as('supervisor', 'lifter')
    await expect(lift(caseCode)).rejects.toMatchObject({ code: 'conflict', reason: 'already_lifted' })
    expect((await list(story)).lifted).toMatchObject([{ liftedBy: 'SU-lifter', liftedAt: story.clock.now() - day }])
    expect((await story.logOf(caseCode)).filter((what) => what === 'hold.lifted')).toHaveLength(1)
  })

  it('are told to a supervisor who had opened the case before, for as long as they look at it', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.desk.query(openCase, { caseCode }, await story.as('supervisor', 'reader'))
    story.clock.advance(day)
    await holdTheShop(story, caseCode)
    const reader = await story.as('supervisor', 'reader')
    await story.desk.query(openCase, { caseCode }, reader)
    const differs = async () => (await story.desk.query(viewApprovals, { caseCode }, reader)).opened?.changes
    const held = { key: 'line_changed', params: { place: 'shop.customer', from: 'delete', to: 'held' } }
    expect(await differs()).toContainEqual(held)
    story.clock.advance(60_000)
    expect(await differs(), 'a minute later').toContainEqual(held)
  })

  it('that come and go are told against the plan that was approved last', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:account', 'cleo')
    await story.approve(caseCode)
    const first = await story.inStore((store) => store.requests.lastApproval(id))
    const differs = async () => (await story.desk.query(viewApprovals, { caseCode }, await story.as('supervisor', 'reader'))).opened?.changes
    story.clock.advance(60_000)
    await holdTheShop(story, caseCode)
    expect(await differs()).toContainEqual({ key: 'line_changed', params: { place: 'shop.customer', from: 'delete', to: 'held' } })
    story.clock.advance(60_000)
    await story.approve(caseCode)
    story.clock.advance(60_000)
    const [hold] = (await list(story)).holds
    await story.desk.command(liftHold, { caseCode, holdRef: hold?.holdRef, reason: 'Settled' }, await story.as('supervisor', 'lifter'))
    await story.work()
    expect(await differs()).toContainEqual({ key: 'line_changed', params: { place: 'shop.customer', from: 'held', to: 'delete' } })
    // Today's plan has the hash of the first one: which of them lay before who approved it is known by its time.
    const { planHash = '', at = 0 } = first ?? {}
    const [before, today] = await story.inStore(async ({ erasure }) => [
      await erasure.planWithHash(id, planHash, at), await erasure.planWithHash(id, planHash, story.clock.now()),
    ])
    expect(before?.computedAt).toBeLessThanOrEqual(at)
    expect(today?.computedAt).toBeGreaterThan(at)
  })

  it('leave nothing of what a sender wrote, once they are lifted from somebody who was erased meanwhile', async () => {
    const story = await openErasureStory(kind)
    const { desk } = story
    const { apiKey: key } = await clientWith(desk, 'holds.write')
    const body = {
      external_id: people.cleo.externalId, covers: 'systems:shop', basis: 'chen_estate', owner: 'Cleo Chen’s notary',
      review_on: dayIn(story, 60),
    }
    expect((await send(desk, putHoldOperation, '/holds/chen-1', { key, body })).status).toBe(201)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    await story.work()
    await story.approve(caseCode)
    await story.work(8 * day)
    await story.work(2 * day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const rows = () => desk.database.prisma.legalHold.findMany()
    expect(await rows(), 'as long as it stands').toMatchObject([{ holdRef: 'chen-1', owner: 'Cleo Chen’s notary' }])
    await desk.command(liftHold, { caseCode, holdRef: 'chen-1', reason: 'Settled' }, await story.as('supervisor'))
    expect(JSON.stringify(await rows())).not.toMatch(/chen/i)
    expect(await list(story)).toMatchObject({ standing: 0, lifted: [{ liftedBy: 'SU-1', reference: null }] })
  })

  it('are lifted once for all when the case system widens them in the same moment', async () => {
    const story = await openErasureStory(kind)
    const { desk } = story
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const { apiKey: key } = await clientWith(desk, 'holds.write')
    const body = {
      external_id: people.cleo.externalId, covers: 'systems:shop', basis: 'court', owner: 'legal', review_on: dayIn(story, 60),
    }
    const put = (ref: string, more: object = {}) =>
      send(desk, putHoldOperation, `/holds/${ref}`, { key, body: { ...body, ...more } })
    const after = (ref: string) => story.inStore((store) => store.requests.hold(ref))

    // What a change that read the hold before writes once it has been lifted.
    await put('read-1')
    const seen = await after('read-1')
    if (seen === null) throw new Error('there is a hold')
    const lifter = await story.as('supervisor', 'lifter')
    await desk.command(liftHold, { caseCode, holdRef: 'read-1', reason: 'Settled' }, lifter)
    const late = story.inStore((store) => store.requests.putHold({ ...seen, covers: 'everything' }, seen))
    await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'stale' })
    expect(await after('read-1')).toMatchObject({ covers: 'systems:shop', liftedBy: 'SU-lifter' })

    for (let round = 0; round < 6; round += 1) {
      const ref = `race-${round}`
      await put(ref)
      const lift = desk.command(liftHold, { caseCode, holdRef: ref, reason: 'Settled' }, lifter)
      const [lifted, changed] = await Promise.allSettled([lift, put(ref, { covers: 'everything' })])
      expect(lifted.status, 'who lifts it waits for who widens it').toBe('fulfilled')
      const status = changed.status === 'fulfilled' ? changed.value.status : 0
      expect([200, 409], 'widened before, or told that it was lifted').toContain(status)
      const hold = await after(ref)
      expect(hold?.liftedAt, 'nothing stands again that was lifted').not.toBeNull()
      expect(hold?.covers).toBe(status === 200 ? 'everything' : 'systems:shop')
    }
  })

  it('name systems that are there, and at least one', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const supervisor = await story.as('supervisor')
    const place = (systems: string[]) =>
      story.desk.command(placeHold, { caseCode, covers: 'systems', systems, basis: 'court', reviewOn: dayIn(story, 30) }, supervisor)
    await expect(place([])).rejects.toMatchObject({ fields: { systems: 'choose' } })
    await expect(place(['attic'])).rejects.toMatchObject({ fields: { systems: 'unknown_system' } })
    expect(await list(story)).toMatchObject({ standing: 0 })
  })

  it('are placed on somebody: a case that names nobody on file is refused, and the log says so', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.desk.command(recordIntake, {
      channel: 'letter', receivedOn: '2026-02-20', query: 'nobody@example.org', kind: 'deletion', scope: 'account',
      contact: '', locale: 'en', words: 'Delete everything.', idempotencyKey: 'd'.repeat(32),
    }, await story.as('agent'))
    const input = { caseCode, covers: 'everything', basis: 'A lawsuit', reviewOn: dayIn(story, 60) }
    const placing = story.desk.command(placeHold, input, await story.as('supervisor'))
    await expect(placing).rejects.toMatchObject({ code: 'precondition_failed', reason: 'nobody_to_hold' })
    expect(await list(story)).toMatchObject({ standing: 0 })
    const entries = await story.desk.database.prisma.auditEntry.findMany({ where: { caseCode } })
    const said = entries.map(({ what, outcome }) => `${what} ${outcome}`)
    expect(said).not.toContain('hold.placed ok')
    expect(said.filter((one) => one.endsWith(' failed') || one.endsWith(' denied'))).toHaveLength(1)
  })

  it('show no word that a sender put into a reference, and no word that a supervisor typed', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const now = story.clock.now()
    const record = (id: string, holdRef: string) => ({
      id, holdRef, subjectId: story.subjects.cleo, covers: 'systems:shop', basis: 'court', mayNotTell: true, owner: 'Legal',
      placedBy: 'import', placedAt: now, reviewOn: now + day, liftedAt: null, liftedBy: null,
    })
    await story.inStore(async (store) => {
      await store.requests.putHold(record('5a1f6f0e-6f3c-4b8e-9d4b-2f2f0f6f7a11', 'Cleo Chen against the bank'))
      await store.requests.putHold(record('5a1f6f0e-6f3c-4b8e-9d4b-2f2f0f6f7a12', '2026/114-3'))
    })
    await holdTheShop(story, caseCode)
    const view = await list(story)
    expect(view.holds.map((hold) => hold.reference)).toEqual([null, '2026/114-3', null])
    expect(view.holds[0]).toMatchObject({ secret: true, owner: 'legal' })
  })

  it('carry a code from a closed list, whatever was typed or sent; what was typed stands with the case', async () => {
    const story = await openErasureStory(kind)
    const { caseCode } = await story.ask('deletion:account', 'cleo')
    const typed = 'Claim against Zhang San'
    const holder = await story.as('supervisor', 'holder')
    const place = (basis: string, basisCode?: string) => story.desk.command(placeHold, {
      caseCode, covers: 'systems', systems: ['shop'], basis, ...(basisCode === undefined ? {} : { basisCode }),
      reviewOn: dayIn(story, 60),
    }, holder)
    await place(typed, 'lawsuit')
    await place(typed)
    await place('法院来函', 'court_order')
    await expect(place(typed, 'claim_against_zhang_san')).rejects.toMatchObject({ code: 'invalid_input' })
    const sent = {
      id: '5a1f6f0e-6f3c-4b8e-9d4b-2f2f0f6f7a13', holdRef: '2026/115', subjectId: story.subjects.cleo,
      covers: 'systems:shop', basis: 'claim_against_zhang_san', mayNotTell: false, owner: 'Zhang San, solicitor',
      placedBy: 'import', placedAt: story.clock.now(), reviewOn: story.clock.now() + 90 * day, liftedAt: null, liftedBy: null,
    }
    await story.inStore((store) => store.requests.putHold(sent))
    const { holds } = await list(story)
    expect(holds.map(({ basis, owner }) => [basis, owner]).toSorted()).toEqual([
      ['court_order', 'supervisor'], ['lawsuit', 'supervisor'], ['other', null], ['other', 'supervisor'],
    ])
    expect(JSON.stringify(holds).toLowerCase()).not.toMatch(/zhang|san/)
    const rows = await story.desk.database.prisma.legalHold.findMany({ where: { placedBy: 'SU-holder' } })
    expect(JSON.stringify(rows).toLowerCase(), 'what outlives the account').not.toContain('zhang')
    const onCase = async () => (await story.desk.query(viewCase, { caseCode }, holder)).holds
    expect(JSON.stringify(await onCase()).toLowerCase()).not.toMatch(/zhang|san/)
    await story.desk.query(openCase, { caseCode }, holder)
    expect((await onCase()).map((hold) => hold.typed)).toEqual(expect.arrayContaining([typed, '法院来函', 'claim against zhang san']))
  })

  it('of which the person may not be told show to nobody who speaks to them: not to agents, not to the app', async () => {
    const story = await openErasureStory(kind)
    const { caseCode, id } = await story.ask('deletion:account', 'cleo')
    const agent = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request.openedBy
    await story.desk.command(placeHold, {
      caseCode, covers: 'everything', basis: 'Order 7 of the court, not to be told', basisCode: 'may_not_tell',
      reviewOn: dayIn(story, 60),
    }, await story.as('supervisor', 'holder'))
    await story.work()
    const held = (await story.inStore((store) => store.requests.byCaseCode(caseCode)))?.request
    expect(held?.pauses).toMatchObject([{ kind: 'on_hold', holds: [{ mayNotTell: true }] }])
    const log = await story.logOf(caseCode)
    expect(log).toEqual(expect.arrayContaining(['hold.placed', 'request.held']))
    const told = await story.desk.database.prisma.notification.findMany({ where: { requestId: id } })
    expect(told.map(({ template }) => template)).not.toContain('hold_placed')

    const opener = await story.as('agent', (agent?.type === 'staff' ? agent.human : '').replace(/^AG-/, ''))
    const seen = await story.desk.query(viewCase, { caseCode }, opener)
    expect(seen).toMatchObject({ pauses: [], holds: [], head: { key: 'awaiting_approval' }, turn: { role: 'supervisor' } })
    expect(seen.history.map(({ what }) => what).filter((what) => /hold|held/.test(what))).toEqual([])
    const line = (await story.desk.query(listOwnCases, {}, opener)).items.find((one) => one.caseCode === caseCode)
    expect(line).toMatchObject({ pause: null, state: 'awaiting_approval' })
    const { clientId } = await clientWith(story.desk, 'requests.read')
    const read = await story.desk.query(readRequest, { case_code: caseCode }, { kind: 'client', clientId })
    expect(read.state).toBe('awaiting_approval')
    expect(read.history.map(({ what }) => what).filter((what) => /held|released/.test(what))).toEqual([])
  })
})
