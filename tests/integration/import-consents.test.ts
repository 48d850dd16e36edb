import { beforeEach, describe, expect, it } from 'vitest'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { Store } from '#usecases/ports/store.ts'
import { addService } from '#usecases/service/add-service.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { importText } from '#tests/support/import-file.ts'

const header = 'external_id,purpose,notice_version,state,indication,channel,occurred_at,event_id,evidence_ref'
const csv = (...rows: string[]) => [header, ...rows, ''].join('\n')
const given = (externalId: string, eventId: string, more = '') =>
  `${externalId},credit_scoring,3.2,ConsentGiven,ticked_box,app,2018-01-06T10:00:00+08:00,${eventId},${more}`

const notices = [
  'purpose,version,locale,title,text,control,prominence,bundled_with,valid_from,valid_to',
  'credit_scoring,3.1,zh-CN,年度账单,"我同意\n《服务协议》",preticked_box,low,annual_review,2018-01-01,2018-01-04',
  'credit_scoring,3.2,zh-CN,年度账单,我同意,unticked_box,prominent,,2018-01-05,',
  '',
].join('\n')

const people = [
  'external_id,name,phone,email',
  'c-1,陈小明,+8613812345678,c1@example.org',
  'c-2,李伟,+8613912345678,c2@example.org',
  '',
].join('\n')

describe.each(['sqlite', 'postgresql'] as const)('importing consents on %s', (kind) => {
  let test: TestDesk
  const read = <T>(work: (store: Store) => Promise<T>) => test.desk.runtime.unitOfWork.read(work)
  const idOf = async (externalId: string) => (await read((store) => store.subjects.findByIdentifier('account_id', externalId)))[0] ?? ''
  const eventsOf = async (externalId: string) => {
    const subjectId = await idOf(externalId)
    return read((store) => store.consents.events(subjectId))
  }
  const reasonsOf = (rejects: readonly string[]) => rejects.map((line) => line.split(',').slice(0, 4).join(' '))

  beforeEach(async () => {
    test = await openTestDesk(kind)
    const service = { key: 'credit_scoring', purposes: ['credit_scoring', 'annual_review'], restsOn: 'credit_scoring' }
    await test.desk.command(addService, service, { kind: 'operator' })
    expect(await importText(test, 'notices', notices)).toMatchObject({ accepted: 2, rejected: 0 })
    expect(await importText(test, 'people', people)).toMatchObject({ accepted: 2 })
  })

  it('keeps each event as it was sent, in the words of the ledger', async () => {
    const result = await importText(test, 'consents', csv(
      given('c-1', 'e-1', 'scan 12'),
      'c-1,annual_review,,ConsentRefused,pressed_button,web,2018-01-06,,',
    ))
    expect(result).toMatchObject({ rows: 2, accepted: 2, rejected: 0 })
    expect(await eventsOf('c-1')).toMatchObject([
      { purpose: 'annual_review', state: 'ConsentRefused', noticeVersion: null, hasEvidence: false, occurredAt: Date.parse('2018-01-06') },
      {
        purpose: 'credit_scoring', state: 'ConsentGiven', noticeVersion: '3.2', hasEvidence: true, source: 'import',
        occurredAt: Date.parse('2018-01-06T02:00:00Z'),
      },
    ])
  })

  it('takes the same event once: in one file, in two, by its id or, without one, by what it says', async () => {
    const row = 'c-2,annual_review,,ConsentRefused,pressed_button,web,2018-01-06,,'
    expect(await importText(test, 'consents', csv(given('c-1', 'e-1'), given('c-1', 'e-1'), row, row))).toMatchObject({
      accepted: 2, unchanged: 2,
    })
    expect(await importText(test, 'consents', csv(row, given('c-1', 'e-1')))).toMatchObject({ accepted: 0, unchanged: 2 })
    const event = {
      subjectId: await idOf('c-1'), purpose: 'credit_scoring', noticeVersion: '3.2', state: 'ConsentGiven' as const,
      indication: 'ticked_box', channel: 'app', occurredAt: Date.parse('2018-01-06T02:00:00Z'), eventId: 'e-1',
      evidenceRef: null, concerns: null,
    }
    expect(await test.desk.runtime.unitOfWork.write(({ store }) => store.consents.append(event, test.clock.now(), 'api'))).toBe('duplicate')
    expect(await eventsOf('c-1')).toHaveLength(1)
  })

  it('says of each bad row what is wrong with it, and takes the others', async () => {
    const result = await importText(test, 'consents', csv(
      given('c-1', 'e-1'),
      given('c-2', 'e-1'),
      given('c-9', 'e-3'),
      'c-1,fishing,3.2,ConsentGiven,ticked_box,app,2018-01-06T10:00:00Z,e-4,',
      'c-1,credit_scoring,9.9,ConsentGiven,ticked_box,app,2018-01-06T10:00:00Z,e-5,',
      'c-1,credit_scoring,3.2,ConsentGiven,ticked_box,app,2028-01-06T10:00:00Z,e-6,',
      'c-1,credit_scoring,3.2,ConsentGiven,ticked_box,app,2018-01-06T10:00:00,e-7,',
      'c-1,credit_scoring,3.2,ConsentGiven,ticked_box,app,2018-02-30,e-8,',
      'c-1,credit_scoring,3.2,Agreed,ticked_box,app,2018-01-06,e-9,',
      'c-1,credit_scoring,3.2,ConsentGiven,Ticked the box,app,2018-01-06,e-10,',
      'c-1,credit_scoring,3.2,ConsentGiven,ticked_box,,2018-01-06,e-11,',
      'c-2,credit_scoring,3.2,RenewedConsentGiven,ticked_box,app,2018-01-07,e-12,',
      'c-1,credit_scoring,3.2,RenewedConsentGiven,ticked_box,app,2018-01-07,e-13,',
    ))
    expect(result).toMatchObject({ rows: 13, accepted: 2, rejected: 11 })
    expect(reasonsOf(result.rejects)).toEqual([
      '3 rejected event-id-reused event_id',
      '4 rejected unknown-person external_id',
      '5 rejected unknown-purpose purpose',
      '6 rejected unknown-notice notice_version',
      '7 rejected occurred-in-future occurred_at',
      '8 rejected not-a-time occurred_at',
      '9 rejected not-a-time occurred_at',
      '10 rejected unknown-state state',
      '11 rejected bad-code indication',
      '12 rejected value-missing channel',
      '13 rejected state-can-not-follow state',
    ])
    expect((await eventsOf('c-1')).map((event) => event.state)).toEqual(['ConsentGiven', 'RenewedConsentGiven'])
  })

  it('lets a withdrawal of what a service rests on open work, once, and one of another purpose none', async () => {
    const content = csv(
      given('c-1', 'e-1'),
      'c-1,credit_scoring,,ConsentWithdrawn,pressed_button,app,2018-01-07,e-2,',
      'c-1,annual_review,,ConsentWithdrawn,pressed_button,app,2018-01-07,e-3,',
    )
    await importText(test, 'consents', content)
    await importText(test, 'consents', content)
    const withdrawn = (await eventsOf('c-1')).find((event) => event.state === 'ConsentWithdrawn' && event.purpose === 'credit_scoring')
    const jobs = await test.desk.database.prisma.job.findMany({ where: { kind: 'consent.withdrawal_arrived' } })
    expect(jobs.map((job) => JSON.parse(job.payload) as unknown)).toEqual([
      { subject: await idOf('c-1'), purpose: 'credit_scoring', event: withdrawn?.id },
    ])
  })

  const mark = async (identifiers: [IdentifierType, string, boolean][], service = 'credit_scoring') =>
    test.desk.runtime.unitOfWork.write(({ store }) =>
      store.registry.mark(
        {
          service, legalBasis: 'permanent_ineligibility', ownerRole: 'supervisor', reviewOn: test.clock.now(), endsAt: null,
          requestId: crypto.randomUUID(), noticeVersions: [],
          tags: identifiers.map(([type, value, barsAlone]) => {
            return { type, ...test.desk.vault.registryTag(type, value), barsAlone }
          }),
        },
        test.clock.now(),
      ),
    )

  it('refuses a consent for a service that the person is barred from, and tells a supervisor', async () => {
    await mark([['phone', '+8613812345678', true]])
    const result = await importText(test, 'consents', csv(
      given('c-1', 'e-1'),
      given('c-2', 'e-2'),
      'c-1,annual_review,,ConsentGiven,ticked_box,app,2018-01-07,e-3,',
      'c-1,credit_scoring,,ConsentWithdrawn,pressed_button,app,2018-01-07,e-4,',
    ))
    expect(reasonsOf(result.rejects)).toEqual(['2 rejected not-eligible '])
    expect(result).toMatchObject({ accepted: 3, rejected: 1 })
    expect(await read((store) => store.workItems.open(10))).toMatchObject([
      { kind: 'barred_consent', ref: await idOf('c-1'), source: 'import', count: 1 },
    ])
  })

  it('lets a shared phone alone bar nobody, and together with the e-mail it does', async () => {
    await mark([['phone', '+8613812345678', false], ['email', 'somebody@example.org', false]])
    expect(await importText(test, 'consents', csv(given('c-1', 'e-1')))).toMatchObject({ accepted: 1 })
    await mark([['phone', '+8613912345678', false], ['email', 'c2@example.org', false]])
    expect(await importText(test, 'consents', csv(given('c-2', 'e-2')))).toMatchObject({ rejected: 1 })
  })

  it('takes nothing in for who was erased', async () => {
    const { tag, generation } = test.desk.vault.registryTag('account_id', 'gone-1')
    const subjectId = crypto.randomUUID()
    await test.desk.runtime.unitOfWork.write(({ store }) =>
      store.registry.rememberErased({ tag, generation, subjectId, requestId: crypto.randomUUID() }, test.clock.now()),
    )
    const result = await importText(test, 'consents', csv(given('gone-1', 'e-1')))
    expect(reasonsOf(result.rejects)).toEqual(['2 rejected subject-erased '])
    expect(await read((store) => store.workItems.open(10))).toMatchObject([{ kind: 'erased_sent_again', ref: subjectId }])
  })

  it('never changes what was shown: the same notice again is nothing new, other words are refused', async () => {
    expect(await importText(test, 'notices', notices)).toMatchObject({ accepted: 0, unchanged: 2 })
    const [first] = await read((store) => store.consents.notices(['credit_scoring']))
    expect(first).toMatchObject({ version: '3.1', control: 'preticked_box', bundledWith: 'annual_review', text: '我同意\n《服务协议》' })
    const result = await importText(test, 'notices', notices.replace('我同意,unticked_box', '我同意了,unticked_box').replace('preticked_box,low', 'ticked,low'))
    expect(reasonsOf(result.rejects)).toEqual(['2 rejected unknown-control control', '4 rejected notice-differs version'])
  })
})
