import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '#usecases/ports/store.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'
import { importText } from '#tests/support/import-file.ts'

const header = 'external_id,name,phone,email,national_id,locale,jurisdiction,born_on,registered_at'
const csv = (...rows: string[]) => [header, ...rows, ''].join('\n')

describe.each(['sqlite', 'postgresql'] as const)('importing people on %s', (kind) => {
  let test: TestDesk
  const read = <T>(work: (store: Store) => Promise<T>) => test.desk.runtime.unitOfWork.read(work)
  const find = (externalId: string) => read(async (store) => (await store.subjects.findByIdentifier('account_id', externalId))[0] ?? null)
  const nameOf = async (externalId: string) => {
    const subjectId = await find(externalId)
    return subjectId === null ? null : read((store) => store.subjects.field(subjectId, 'name'))
  }
  beforeEach(async () => {
    test = await openTestDesk(kind)
  })

  it('loads them so that each identifier finds them, however it was written', async () => {
    const result = await importText(test, 'people', csv(
      'a-1,陈小明,138 1234 5678,Chen@Example.CN,11010519491231002x,zh-CN,cn,1949-12-31,2017-03-01T10:00:00+08:00',
      'a-2,Bob,+44 (0)20 7946 0958,,,en,GB,,',
    ))
    expect(result).toMatchObject({ rows: 2, accepted: 2, partial: 0, unchanged: 0, rejected: 0, rejectsFile: null })
    const id = await find('a-1')
    await read(async (store) => {
      expect(await store.subjects.findByIdentifier('phone', '+8613812345678')).toEqual([id])
      expect(await store.subjects.findByIdentifier('email', 'chen@example.cn')).toEqual([id])
      expect(await store.subjects.findByIdentifier('national_id', 'CN:11010519491231002X')).toEqual([id])
      expect(await store.subjects.findByIdentifier('phone', '+442079460958')).toEqual([await find('a-2')])
      expect(await store.subjects.get(id ?? '')).toMatchObject({ locale: 'zh-CN', jurisdiction: 'CN', registeredAt: Date.parse('2017-03-01T02:00:00Z') })
      const [phone] = (await store.subjects.identifiers(id ?? '')).filter((one) => one.type === 'phone')
      expect(phone).toMatchObject({ firstLoad: true, heldFrom: Date.parse('2017-03-01T02:00:00Z'), heldTo: null })
    })
  })

  it('takes names as people have them', async () => {
    const names = ["O'Brien", '=HYPERLINK("http://x")', '😀 Émilie', '陈'.repeat(400)]
    const rows = names.map((name, index) => `n-${index},"${name.replaceAll('"', '""')}",,n${index}@example.org,,,,,`)
    expect(await importText(test, 'people', csv(...rows))).toMatchObject({ accepted: 4, rejected: 0 })
    expect(await Promise.all(names.map((_name, index) => nameOf(`n-${index}`)))).toEqual(names)
  })

  it('loads a person without the identifier that is none, and says where it stood', async () => {
    const result = await importText(test, 'people', csv(
      'p-1,Ann,not a phone,ann@example.org,,,CA,,',
      'p-2,Ben,12,nobody at home,,,CA,,',
      'p-3,Cleo,,cleo@example.org,110105194912310021,,CN,2099-01-01,',
      ',Dan,,dan@example.org,,,,,',
    ))
    expect(result).toMatchObject({ rows: 4, accepted: 0, partial: 2, unchanged: 0, rejected: 2 })
    expect(result.rejects.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['2', 'partial', 'not-a-phone', 'phone'],
      ['3', 'rejected', 'no-good-identifier;digits-missing;not-an-email', ';phone;email'],
      ['4', 'partial', 'check-digit-wrong;in-the-future', 'national_id;born_on'],
      ['5', 'rejected', 'value-missing', 'external_id'],
    ])
    expect(await find('p-1')).not.toBeNull()
    expect(await find('p-2')).toBeNull()
    expect(await nameOf('p-3')).toBe('Cleo')
  })

  it('changes nothing the second time, and only what differs after that', async () => {
    const first = csv('u-1,Ann,+8613812345678,ann@example.org,,en,CN,,2017-01-01', 'u-2,Ben,,ben@example.org,,,,,')
    await importText(test, 'people', first)
    expect(await importText(test, 'people', first)).toMatchObject({ accepted: 0, unchanged: 2 })
    test.clock.advance(86_400_000)
    const second = csv('u-1,,+8613900000000,ann@example.org,,,,,', 'u-2,Ben,,ben@example.org,,,,,')
    expect(await importText(test, 'people', second)).toMatchObject({ accepted: 1, unchanged: 1 })
    expect(await nameOf('u-1')).toBe('Ann')
    const id = (await find('u-1')) ?? ''
    const phones = (await read((store) => store.subjects.identifiers(id))).filter((one) => one.type === 'phone')
    expect(phones).toMatchObject([
      { value: '+8613900000000', firstLoad: false, heldFrom: test.clock.now(), heldTo: null },
      { value: '+8613812345678', firstLoad: true, heldTo: test.clock.now() },
    ])
  })

  it('compares a person who stands twice in one file with what the first row left', async () => {
    const result = await importText(test, 'people', csv('t-1,Ann,,ann@example.org,,,,,', 't-1,Anna,,ann@example.org,,,,,'))
    expect(result).toMatchObject({ accepted: 2 })
    expect(await nameOf('t-1')).toBe('Anna')
    expect(await read((store) => store.subjects.findByIdentifier('email', 'ann@example.org'))).toHaveLength(1)
  })

  it('does not bring back who was erased, and tells a supervisor', async () => {
    const { tag, generation } = test.desk.vault.registryTag('account_id', 'gone-1')
    const [subjectId, requestId] = [crypto.randomUUID(), crypto.randomUUID()]
    await test.desk.runtime.unitOfWork.write(({ store }) =>
      store.registry.rememberErased({ tag, generation, subjectId, requestId }, test.clock.now()),
    )
    const rows = csv('gone-1,Ann,+8613812345678,ann@example.org,,,,,', 'here-1,Ben,,ben@example.org,,,,,')
    const result = await importText(test, 'people', rows)
    expect(result).toMatchObject({ accepted: 1, rejected: 1 })
    expect(result.rejects[0]).toMatch(/^2,rejected,subject-erased,/)
    expect(await find('gone-1')).toBeNull()
    await importText(test, 'people', rows)
    expect(await read((store) => store.workItems.open(10))).toMatchObject([
      { kind: 'erased_sent_again', ref: subjectId, source: 'import', count: 2 },
    ])
  })

  it('leaves one entry a batch, with counts and nothing of a person', async () => {
    const result = await importText(test, 'people', csv('l-1,Ann,bad,canary-7@example.org,,,,,', 'l-2,Canary,,canary-8@example.org,,,,,'))
    const entries = await test.desk.database.prisma.auditEntry.findMany({ orderBy: { at: 'asc' } })
    expect(entries.map((entry) => entry.what)).toEqual(['import.started', 'import.batch_committed', 'import.finished'])
    const committed = JSON.parse(Buffer.from(entries[1]?.bytes ?? []).toString()) as { actor: unknown; data: unknown }
    expect(committed).toMatchObject({
      actor: { type: 'operator' },
      data: { kind: 'people', from_row: 0, accepted: 1, partial: 1, unchanged: 0, rejected: 0 },
    })
    expect(await test.desk.database.prisma.auditUnsealed.count()).toBe(3)
    expect([...entries.map((entry) => Buffer.from(entry.bytes).toString()), ...result.rejects].join()).not.toMatch(/canary/i)
  })

  it('goes on after the last batch when it was broken off, and rejects no row twice', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => `r-${index},,,${index % 100 === 7 ? 'bad' : `r${index}@example.org`},,,,,`)
    const content = csv(...rows)
    const broken = test.desk.database.raw.transaction
    let batches = 0
    const breaking: TestDesk = {
      ...test,
      desk: {
        ...test.desk,
        database: {
          ...test.desk.database,
          raw: {
            ...test.desk.database.raw,
            transaction: (work) => {
              batches += 1
              return broken(async (queries) => {
                const result = await work(queries)
                if (batches === 2) throw new Error('the power went off')
                return result
              })
            },
          },
        },
      },
    }
    await expect(importText(breaking, 'people', content, 'broken.csv')).rejects.toThrow('the power went off')
    const halfway = await test.desk.database.prisma.importRun.findFirst()
    expect(halfway).toMatchObject({ rowsDone: 200, accepted: 198, rejected: 2, endedAt: null })
    const result = await importText(test, 'people', content, 'broken.csv')
    expect(result).toMatchObject({ rows: 450, accepted: 445, unchanged: 0, rejected: 5 })
    expect(result.rejects.map((line) => Number.parseInt(line, 10))).toEqual([9, 109, 209, 309, 409])
    expect(await test.desk.database.prisma.subject.count()).toBe(445)
  })
})
