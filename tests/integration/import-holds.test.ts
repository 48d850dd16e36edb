import { beforeEach, describe, expect, it } from 'vitest'
import { addService } from '#usecases/service/add-service.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { importText } from '#tests/support/import-file.ts'

const header = 'external_id,hold_ref,covers,basis,owner,review_on,lifted_on'
const csv = (...rows: string[]) => [header, ...rows, ''].join('\n')

describe.each(['sqlite', 'postgresql'] as const)('importing legal holds on %s', (kind) => {
  let test: TestDesk
  const holds = () => test.desk.database.prisma.legalHold.findMany({ orderBy: { holdRef: 'asc' } })
  beforeEach(async () => {
    test = await openTestDesk(kind)
    await test.desk.command(addService, { key: 'credit', purposes: ['credit'], restsOn: 'credit' }, { kind: 'operator' })
    await importText(test, 'people', 'external_id,email\nh-1,h1@example.org\nh-2,h2@example.org\n')
  })

  it('places, changes and lifts them, each with an entry and a job of its own', async () => {
    const placed = csv('h-1,H 1,everything,court_order,legal@ext,2018-06-01,', 'h-2,H 2,service:credit,may_not_tell,legal,2018-06-01,')
    expect(await importText(test, 'holds', placed)).toMatchObject({ accepted: 2, rejected: 0 })
    expect(await importText(test, 'holds', placed)).toMatchObject({ accepted: 0, unchanged: 2 })
    expect(await holds()).toMatchObject([
      { holdRef: 'H 1', covers: 'everything', mayNotTell: false, liftedAt: null, reviewOn: new Date('2018-06-01') },
      { holdRef: 'H 2', covers: 'service:credit', mayNotTell: true, liftedAt: null },
    ])
    const later = csv('h-1,H 1,everything,court_order,legal@ext,2018-09-01,', 'h-2,H 2,service:credit,may_not_tell,legal,2018-06-01,2018-01-08')
    expect(await importText(test, 'holds', later)).toMatchObject({ accepted: 2 })
    expect(await holds()).toMatchObject([
      { reviewOn: new Date('2018-09-01'), liftedAt: null },
      { liftedAt: new Date('2018-01-08'), liftedBy: 'import' },
    ])
    const entries = await test.desk.database.prisma.auditEntry.findMany({ where: { what: { startsWith: 'hold.' } } })
    expect(entries.map((entry) => entry.what).toSorted()).toEqual(['hold.changed', 'hold.lifted', 'hold.placed', 'hold.placed'])
    expect(await test.desk.database.prisma.job.count({ where: { kind: 'hold.changed' } })).toBeGreaterThanOrEqual(2)
  })

  it('refuses what it can not understand or may not change', async () => {
    await importText(test, 'holds', csv('h-1,H 1,everything,court_order,legal,2018-06-01,2018-01-08'))
    const result = await importText(test, 'holds', csv(
      'h-9,H 2,everything,court_order,legal,2018-06-01,',
      'h-1,H 3,service:fishing,court_order,legal,2018-06-01,',
      'h-1,H 4,systems:nowhere,court_order,legal,2018-06-01,',
      'h-1,H 5,all of it,court_order,legal,2018-06-01,',
      'h-1,H 6,everything,court_order,legal,soon,',
      'h-2,H 1,everything,court_order,legal,2018-06-01,',
      'h-1,H 1,everything,court_order,legal,2018-06-01,',
      'h-1,H 7,everything,court_order,legal,2018-06-01,2019-01-01',
    ))
    expect(result.rejects.map((line) => line.split(',').slice(2, 4).join(' '))).toEqual([
      'unknown-person external_id', 'unknown-service covers', 'unknown-system covers', 'covers-unreadable covers',
      'not-a-time review_on', 'hold-of-another hold_ref', 'hold-was-lifted lifted_on', 'in-the-future lifted_on',
    ])
    expect(await holds()).toHaveLength(1)
  })
})
