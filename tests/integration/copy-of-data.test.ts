import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import { copyArchive } from '#server/copy/copy-archive.ts'
import { handOver } from '#server/copy/hand-over.ts'
import { fetchCopy } from '#usecases/access/fetch-copy.ts'
import { noteCopyFetched } from '#usecases/access/note-copy-fetched.ts'
import { noteCopyOpened } from '#usecases/access/note-copy-opened.ts'
import { releaseByLink } from '#usecases/access/release-by-link.ts'
import { releaseCopy } from '#usecases/access/release-copy.ts'
import { sendCopyAgain } from '#usecases/access/send-copy-again.ts'
import { viewCopyPage } from '#usecases/access/view-copy-page.ts'
import { viewCase } from '#usecases/case/view-case.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'
import { disputeRequest } from '#usecases/request/dispute-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { runQuery } from '#usecases/query.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const nobody = { kind: 'nobody' } as const

/** What a copy says, as far as the tests read it. */
interface Copy {
  readonly desk: readonly {
    account?: { name: string; identifiers: { value: string }[] }
    consents: { purpose: string }[]
  }[]
  readonly systems: readonly {
    system: string
    collections: {
      name: string
      fields: { name: string; categories: string[]; origin: string | null }[]
      rows: Record<string, unknown>[]
      also_about_somebody_else: Record<string, unknown>[]
    }[]
  }[]
  readonly not_in_this_file: readonly { system: string; part: string }[]
}

describe.each(['sqlite', 'postgresql'] as const)('the copy of somebody’s data, on %s', (kind) => {
  let story: ErasureStory
  beforeEach(async () => {
    story = await openErasureStory(kind)
    await story.inStore((store) => store.settings.setMeta('demo', 'yes'))
  })

  const stored = async (caseCode: string) => {
    const found = await story.inStore((store) => store.requests.byCaseCode(caseCode))
    if (found === null) throw new Error('no such case')
    return found.request
  }
  const linksOf = async (caseCode: string) => {
    const { id } = await stored(caseCode)
    return story.inStore((store) => store.copies.ofRequest(id))
  }
  const tokenOf = async (caseCode: string) => story.desk.runtime.secrets.copyToken((await linksOf(caseCode))[0]?.id ?? '')
  const page = (token: string) => runQuery(story.desk.runtime, viewCopyPage, { token }, nobody)
  const fetched = (token: string) => fetchCopy.run(story.desk, { token }, nobody)
  const taken = (token: string) => story.desk.command(noteCopyFetched, { token }, nobody)
  const asks = async (choiceId = 'access:account') => {
    const { caseCode } = await story.ask(choiceId, 'ann')
    await story.work()
    return caseCode
  }
  const copyOf = async (caseCode: string): Promise<Copy> => {
    const made = await fetched(await tokenOf(caseCode))
    if (made === null) throw new Error('nothing to fetch')
    return JSON.parse(made.file.text) as Copy
  }
  const rowsOf = (copy: Copy, name: string) => copy.systems[0]?.collections.find((one) => one.name === name)

  it('is asked for in a call, sent by a link, made when it is fetched, and then complete', async () => {
    const caseCode = await asks()
    expect(await stored(caseCode)).toMatchObject({ state: 'executing', clock: { code: 'collect', at: story.clock.now() + 30 * day } })
    const [link] = await linksOf(caseCode)
    const letters = await story.inStore((store) => store.notifications.recent(10))
    expect(letters.find(({ id }) => id === link?.id)).toMatchObject({ template: 'copy_ready', state: 'sent', locale: 'en' })
    const token = await tokenOf(caseCode)
    const { prisma } = story.desk.database
    expect(JSON.stringify(await prisma.copyLink.findMany()), 'the secret is stored nowhere').not.toContain(token)

    // To open it, as a mail scanner does, fetches nothing.
    const before = await stored(caseCode)
    expect(await page(token)).toMatchObject({ caseCode, waits: 'no', until: before.clock.at, opened: false })
    await story.desk.command(noteCopyOpened, { token }, nobody)
    expect(await stored(caseCode)).toEqual(before)
    expect(await story.logOf(caseCode)).not.toContain('request.access_prepared')

    const made = await fetched(token)
    expect(await story.logOf(caseCode), 'the entry is there before a byte goes').toContain('request.access_prepared')
    expect(await story.stateOf(caseCode), 'half a copy is none').toBe('executing')
    expect(made?.file.text).toContain('ann@example.org')
    expect((await fetched(token))?.file.rows, 'it can be fetched again until it was taken').toBe(made?.file.rows)
    await taken(token)
    expect(await stored(caseCode)).toMatchObject({ state: 'completed', outcome: { result: 'collected' } })
    await story.work()
    expect(await story.logOf(caseCode)).toEqual(expect.arrayContaining([
      'request.submitted', 'request.access_link_sent', 'request.access_opened', 'request.access_prepared',
      'request.access_fetched', 'request.completed',
    ]))
    const told = await story.inStore((store) => store.notifications.ofRequest(before.id, 'copy_fetched'))
    expect(told.map(({ state }) => state)).toEqual(['sent'])
    const entries = await prisma.auditEntry.findMany()
    const log = entries.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join()
    expect(log).toContain(made?.file.sha256)
    expect(log).not.toMatch(new RegExp(`${token}|ann@example|Long Road`))
  })

  it('holds exactly the person’s rows, with their categories and origin, and nothing of whom they share a row with', async () => {
    const copy = await copyOf(await asks())
    expect(copy.desk[0]?.account?.name).toBe("Ann O'Hara")
    expect(copy.desk[0]?.account?.identifiers.map(({ value }) => value)).toContain('+15147214711')
    expect(copy.desk[0]?.consents.map(({ purpose }) => purpose)).toEqual(['credit_scoring'])
    const customers = rowsOf(copy, 'customer')
    expect(customers?.rows.map(({ email }) => email)).toEqual(['ann@example.org'])
    expect(customers?.fields.find(({ name }) => name === 'email')?.categories).toEqual(['user.contact.email'])
    expect(rowsOf(copy, 'score')?.rows.map(({ points }) => Number(points)).sort()).toEqual([3, 640])
    expect(rowsOf(copy, 'score')?.fields.map(({ origin }) => origin)).toContain('derived')
    expect(rowsOf(copy, 'purchase')?.rows.map(({ total }) => Number(total)).sort()).toEqual([1, 10.5])
    // What Ann bought together with Bob names Ann, and neither Bob nor what they bought.
    expect(rowsOf(copy, 'purchase')?.also_about_somebody_else.map((row) => Object.keys(row))).toEqual([['customer_id']])
    expect(rowsOf(copy, 'remark')?.rows.map(({ body }) => body)).toEqual(expect.arrayContaining(['nobody answers']))
    const text = JSON.stringify(copy)
    expect(text).not.toMatch(/bob|cleo|514\) 721-4712|answers Ann|"700"|:700/i)
    expect(copy.not_in_this_file.map(({ system, part }) => `${system} ${part}`)).toEqual(['rightsdesk notes'])
  })

  it('of one service holds what belongs to that service alone', async () => {
    const copy = await copyOf(await asks('access:credit_scoring'))
    expect(copy.systems[0]?.collections.map(({ name }) => name).sort()).toEqual(['score', 'score_input'])
    expect(copy.desk[0]?.account).toBeUndefined()
    expect(JSON.stringify(copy)).not.toContain('ann@example.org')
  })

  it('names what it could not read, and is not handed over by halves where a system does not answer', async () => {
    const caseCode = await asks()
    const token = await tokenOf(caseCode)
    const { prisma } = story.desk.database
    await prisma.system.updateMany({ data: { dataset: (await prisma.system.findFirstOrThrow()).dataset.replace('name: newsletter\n', 'name: leaflet\n') } })
    const copy = await copyOf(caseCode)
    expect(copy.not_in_this_file.map(({ part }) => part)).toContain('leaflet')
    const url = story.desk.vault.sealText(
      story.desk.vault.houseKey('system-url'), 'system', 'url', (await prisma.system.findFirstOrThrow()).id,
      kind === 'sqlite' ? `file:${story.desk.config.systemsDirectory}/gone.db` : 'postgresql://nobody@127.0.0.1:1/none',
    )
    await prisma.system.updateMany({ data: { url: new Uint8Array(url) } })
    await expect(fetched(token)).rejects.toMatchObject({ code: 'unavailable' })
    expect(await story.logOf(caseCode)).toContain('request.access_not_made')
    expect(await page(token), 'they can try again').not.toBeNull()
  })

  it('answers a link that never was, was used, was replaced and ran out alike', async () => {
    const caseCode = await asks()
    const token = await tokenOf(caseCode)
    for (const other of ['', 'x', '0'.repeat(32), token.toLowerCase(), `${token}0`]) {
      expect([await page(other), await fetched(other)], other).toEqual([null, null])
    }
    const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'other')
    await story.desk.command(sendCopyAgain, { ...(await story.onCase(caseCode)), callId }, agent)
    await story.work()
    expect([await page(token), await fetched(token)], 'another took its place').toEqual([null, null])
    const second = await tokenOf(caseCode)
    story.clock.advance(30 * day)
    expect([await page(second), await fetched(second)], 'its days are over').toEqual([null, null])
    story.clock.advance(-30 * day)
    await fetched(second)
    await taken(second)
    expect([await page(second), await fetched(second)], 'it was used').toEqual([null, null])
    await expect(taken(second)).rejects.toMatchObject({ code: 'not_found' })
    await expect(story.desk.command(releaseByLink, { token: second }, nobody)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('opens nothing while it is said that somebody else asked', async () => {
    const caseCode = await asks()
    const token = await tokenOf(caseCode)
    const { callId, agent } = await story.callAbout(story.subjects.ann, 1, 'other')
    await story.desk.command(disputeRequest, { ...(await story.onCase(caseCode)), callId, words: 'not me' }, agent)
    expect([await page(token), await fetched(token)]).toEqual([null, null])
  })

  it('is not collected after thirty days, and the person is told', async () => {
    const caseCode = await asks()
    const { id } = await stored(caseCode)
    await story.work(30 * day - 1)
    expect(await story.stateOf(caseCode)).toBe('executing')
    await story.work(1)
    expect(await stored(caseCode)).toMatchObject({ state: 'completed', outcome: { result: 'not_collected' } })
    const told = await story.inStore((store) => store.notifications.ofRequest(id, 'copy_not_collected'))
    expect(told.map(({ state }) => state)).toEqual(['sent'])
    expect(await story.logOf(caseCode)).toContain('request.access_not_collected')
  })

  it('keeps a deletion of the same data waiting, and lets it go on when it is fetched', async () => {
    const access = await asks('access:credit_scoring')
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.work()
    await story.approve(caseCode)
    await story.work(7 * day)
    const ready = story.clock.now()
    expect(await stored(caseCode)).toMatchObject({ state: 'cooling_off', waiting: { code: 'access_open', until: ready + 7 * day } })
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect(view.head.key).toBe('window_waits_access')
    expect(view.waits).toEqual([{ caseCode: access, until: ready + 7 * day }])
    const other = await story.desk.query(viewCase, { caseCode: access }, await story.as('auditor'))
    expect(other.waits).toEqual([{ caseCode, until: ready + 7 * day }])
    expect(other.copy).toMatchObject({ until: ready + 7 * day, link: { state: 'sent' } })
    expect(await page(await tokenOf(access))).toMatchObject({ waits: 'yes' })
    const token = await tokenOf(access)
    await fetched(token)
    await taken(token)
    await story.work(1)
    expect(await stored(caseCode)).toMatchObject({ waiting: null, markedAt: expect.any(Number) as number })
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('lets a deletion go on when the person releases it, on the page or on the line', async () => {
    for (const how of ['page', 'line'] as const) {
      story = await openErasureStory(kind)
      const access = await asks('access:credit_scoring')
      const { caseCode } = await story.ask('deletion:account', 'ann')
      await story.work()
      await story.approve(caseCode)
      await story.work(7 * day)
      expect(await story.stateOf(caseCode), how).toBe('cooling_off')
      const token = await tokenOf(access)
      if (how === 'page') await story.desk.command(releaseByLink, { token }, nobody)
      else {
        const low = await story.callAbout(story.subjects.ann, 1, 'other')
        const sent = { ...(await story.onCase(access)), callId: low.callId }
        await expect(story.desk.command(releaseCopy, sent, low.agent)).rejects.toMatchObject({ reason: 'level_too_low' })
        const { callId, agent } = await story.callAbout(story.subjects.ann, 2, 'other')
        await story.desk.command(releaseCopy, { ...sent, callId }, agent)
      }
      expect(await story.logOf(access), how).toContain('request.access_released')
      await story.work(1)
      expect(await stored(caseCode), how).toMatchObject({ waiting: null, markedAt: expect.any(Number) as number })
      expect(await page(token), 'it can still be fetched').toMatchObject({ waits: 'released' })
    }
  })

  it('lets a deletion go on by itself after seven days, and ends with them', async () => {
    const access = await asks('access:account')
    const { caseCode } = await story.ask('deletion:account', 'ann')
    await story.work()
    await story.approve(caseCode)
    await story.work(7 * day)
    await story.work(7 * day - 1)
    expect(await story.stateOf(caseCode)).toBe('cooling_off')
    expect(await story.stateOf(access)).toBe('executing')
    await story.work(1)
    await story.work(1)
    expect(await stored(access)).toMatchObject({ outcome: { result: 'not_collected' } })
    expect(await stored(caseCode)).toMatchObject({ waiting: null, markedAt: expect.any(Number) as number })
  })

  it('stops an erasure that has begun, which says so, and goes on after it', async () => {
    const { caseCode } = await story.ask('deregistration:credit_scoring', 'ann')
    const access = (await story.ask('access:account', 'ann')).caseCode
    await story.work()
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect(view.head.key).toBe('work_waits_access')
    await story.desk.command(releaseByLink, { token: await tokenOf(access) }, nobody)
    await story.work(1)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
  })

  it('goes to no contact that somebody else may hold or that is new, and is looked for again the next day', async () => {
    await story.inStore((store) => store.subjects.put(
      { externalId: 'acc-9', identifiers: { phone: '+15147214711', email: 'ann@example.org' }, name: 'Zoe', bornOn: null, locale: 'en', jurisdiction: 'CN', registeredAt: null },
      story.clock.now(), 'test',
    ))
    const caseCode = await asks()
    expect(await linksOf(caseCode)).toEqual([])
    expect(await story.logOf(caseCode)).toContain('request.access_not_sent')
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect(view.copy).toMatchObject({ link: null })
    await story.inStore((store) => store.subjects.put(
      { externalId: 'acc-9', identifiers: { phone: '+15147214799', email: null }, name: 'Zoe', bornOn: null, locale: 'en', jurisdiction: 'CN', registeredAt: null },
      story.clock.now(), 'test',
    ))
    await story.work(day)
    expect(await linksOf(caseCode)).toHaveLength(1)
  })

  it('is sent again where it came back, to another contact and under another link', async () => {
    const caseCode = await asks()
    const token = await tokenOf(caseCode)
    const [first] = await linksOf(caseCode)
    await story.inStore((store) => store.notifications.bounce(first?.id ?? '', '5.1.1'))
    const view = await story.desk.query(viewCase, { caseCode }, await story.as('auditor'))
    expect(view.copy?.link).toMatchObject({ state: 'bounced' })
    await story.desk.command(retryNotification, { notificationId: first?.id }, await story.as('administrator'))
    await story.work()
    expect(await page(token)).toBeNull()
    expect(await page(await tokenOf(caseCode))).not.toBeNull()
    const [second] = await linksOf(caseCode)
    expect(await story.inStore((store) => store.notifications.get(second?.id ?? ''))).toMatchObject({ state: 'sent' })
  })

  it('is not sent again to a caller who is not verified, nor by another’s call', async () => {
    const caseCode = await asks()
    const low = await story.callAbout(story.subjects.ann, 1, 'other')
    const sent = { ...(await story.onCase(caseCode)), callId: low.callId }
    await expect(story.desk.command(sendCopyAgain, sent, low.agent)).rejects.toMatchObject({ reason: 'level_too_low' })
    await expect(story.desk.command(sendCopyAgain, sent, await story.as('agent'))).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await linksOf(caseCode)).toHaveLength(1)
  })

  it('waits to be verified where the caller was not', async () => {
    const { callId, agent } = await story.callAbout(story.subjects.ann, 1)
    const asked = { callId, subjectId: story.subjects.ann, choiceId: 'access:account', told: null, words: '', idempotencyKey: crypto.randomUUID() }
    const { caseCode } = await submitFromCall.run(story.desk, asked, agent)
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('awaiting_verification')
    expect(await linksOf(caseCode)).toEqual([])
  })
})

describe('handing a copy over', () => {
  const bytes = new Uint8Array(200_000).fill(7)
  /** Whatever would be asked for in advance has been by then. */
  const meanwhile = () => new Promise((resolve) => setTimeout(resolve, 20))

  it('counts as fetched once the last piece was taken, and not before', async () => {
    let fetched = 0
    const body = handOver(bytes, async () => void (fetched += 1))
    const reader = body.getReader()
    for (let pieces = 0; pieces < 4; pieces += 1) expect((await reader.read()).done).toBe(false)
    await meanwhile()
    expect(fetched).toBe(0)
    expect((await reader.read()).done).toBe(true)
    expect(fetched).toBe(1)
  })

  it('counts for nothing when it breaks off', async () => {
    let fetched = 0
    const reader = handOver(bytes, async () => void (fetched += 1)).getReader()
    await reader.read()
    await meanwhile()
    await reader.cancel()
    expect(fetched).toBe(0)
  })

  it('is a ZIP archive with one file', async () => {
    const archive = await copyArchive('copy.json', '{}', Date.parse('2026-03-02T00:00:00Z'))
    expect(archive.subarray(0, 2).toString()).toBe('PK')
    expect(archive.includes('copy.json')).toBe(true)
    expect(await buffer(handOver(archive, async () => {}))).toEqual(archive)
  })
})
