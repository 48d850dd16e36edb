import { expect, test } from 'vitest'
import { AppError } from '#usecases/errors.ts'
import type { Tx } from '#server/db/client.ts'
import { DatabaseError } from '#server/db/errors.ts'
import type { RawQueries } from '#server/db/raw.ts'
import { forEachDatabase } from '#tests/support/database.ts'

const boom = new Error('the caller changed its mind')

const countNamed = async (database: { prisma: { meta: { count(args: object): Promise<number> } } }, prefix: string) =>
  database.prisma.meta.count({ where: { key: { startsWith: prefix } } })

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

forEachDatabase((kind, open) => {
  test('a write beside an open transaction that rolls back is never lost', async () => {
    const database = await open()
    let beside: Promise<unknown> | undefined
    const rolledBack = database.prisma.$transaction(async (tx) => {
      await tx.meta.create({ data: { key: 'inside', value: '1' } })
      // Issued while the transaction is open, and not awaited in it: it may have to wait for the end.
      beside = Promise.all([
        database.prisma.meta.create({ data: { key: 'beside-prisma', value: '1' } }),
        database.raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', ['beside-raw', '1']),
        database.raw.transaction((raw) => raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', ['beside-tx', '1'])),
      ])
      await new Promise((resolve) => setTimeout(resolve, 20))
      await tx.meta.create({ data: { key: 'inside-later', value: '1' } })
      throw boom
    })
    expect(await thrownBy(() => rolledBack)).toBe(boom)
    await beside
    const rows = await database.prisma.meta.findMany({ orderBy: { key: 'asc' } })
    expect(rows.map(({ key }) => key)).toEqual(['beside-prisma', 'beside-raw', 'beside-tx'])
  })

  test('what an open transaction wrote is seen inside it and by nobody else', async () => {
    const database = await open()
    await database.transaction(async (tx, raw) => {
      await tx.meta.create({ data: { key: 'draft', value: '1' } })
      expect(await tx.meta.count()).toBe(1)
      expect(await database.prisma.meta.count()).toBe(0)
      expect(await database.raw.all('SELECT key FROM meta')).toEqual([])
      expect(await raw.all('SELECT key FROM meta')).toEqual([{ key: 'draft' }])
    })
    expect(await database.prisma.meta.count()).toBe(1)
  })

  test('50 concurrent read-then-write transactions lose nothing', async () => {
    const database = await open()
    await database.prisma.meta.create({ data: { key: 'counter', value: '0' } })
    const addOne = (index: number) =>
      database.transaction(async (tx, raw) => {
        // FOR UPDATE is what a read that decides a write needs on PostgreSQL; on SQLite the transaction is
        // alone.
        const lock = kind === 'postgresql' ? ' FOR UPDATE' : ''
        const [row] = await raw.all<{ value: string }>(`SELECT value FROM meta WHERE key = ?${lock}`, ['counter'])
        await tx.meta.update({ where: { key: 'counter' }, data: { value: String(Number(row?.value) + 1) } })
        await tx.meta.create({ data: { key: `row-${index}`, value: '1' } })
      })
    await Promise.all(Array.from({ length: 50 }, (_, index) => addOne(index)))
    expect(await database.prisma.meta.findUnique({ where: { key: 'counter' } })).toEqual({ key: 'counter', value: '50' })
    expect(await countNamed(database, 'row-')).toBe(50)
  })

  test('a transaction whose statement failed commits nothing, even if the failure was caught', async () => {
    const database = await open()
    await database.prisma.meta.create({ data: { key: 'taken', value: '1' } })
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    const swallow = (work: Promise<unknown>) => work.catch(() => undefined)
    const byPrisma = database.prisma.$transaction(async (tx) => {
      await tx.meta.create({ data: { key: 'first', value: '1' } })
      await swallow(tx.meta.create({ data: { key: 'taken', value: '2' } }))
    })
    expect(await thrownBy(() => byPrisma)).toMatchObject({ code: 'unavailable', reason: 'transaction_over' })
    const byRaw = database.raw.transaction(async (raw) => {
      await raw.run(insert, ['first', '1'])
      await swallow(raw.run(insert, ['taken', '2']))
    })
    expect(await thrownBy(() => byRaw)).toMatchObject({ code: 'unavailable', reason: 'transaction_over' })
    expect(await database.prisma.meta.findMany()).toEqual([{ key: 'taken', value: '1' }])
    await database.prisma.meta.create({ data: { key: 'afterwards', value: '1' } })
  })

  test('a nested transaction that fails takes only its own part back', async () => {
    const database = await open()
    await database.transaction(async (tx) => {
      await tx.meta.create({ data: { key: 'outer', value: '1' } })
      await tx.$transaction(async (inner) => {
        await inner.meta.create({ data: { key: 'inner', value: '1' } })
        await inner.meta.create({ data: { key: 'outer', value: '2' } })
      }).catch(() => undefined)
      await tx.meta.create({ data: { key: 'outer-later', value: '1' } })
    })
    const rows = await database.prisma.meta.findMany({ orderBy: { key: 'asc' } })
    expect(rows.map(({ key }) => key)).toEqual(['outer', 'outer-later'])
  })

  test('a statement of a transaction that is over lands nowhere', async () => {
    const database = await open()
    const kept: { run?: () => Promise<number> } = {}
    await database.raw.transaction(async (raw) => {
      kept.run = () => raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', ['late', '1'])
    })
    await database.raw.transaction(async (raw) => {
      await raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', ['own', '1'])
      expect(await thrownBy(async () => kept.run?.())).toMatchObject({ reason: 'transaction_over' })
    })
    const leaked = await database.prisma.$transaction(async (tx) => tx)
    expect(await thrownBy(() => leaked.meta.create({ data: { key: 'late', value: '1' } }))).toBeInstanceOf(AppError)
    expect(await database.prisma.meta.findMany()).toEqual([{ key: 'own', value: '1' }])
  })

  test('raw statements of a transaction are part of it and of no other', async () => {
    const database = await open()
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    const kept: { run?: () => Promise<number> } = {}
    const first = await thrownBy(() =>
      database.transaction(async (tx, raw) => {
        kept.run = () => raw.run(insert, ['late', '1'])
        await raw.run(insert, ['by-raw', '1'])
        expect(await tx.meta.count()).toBe(1)
        await tx.meta.create({ data: { key: 'by-prisma', value: '1' } })
        expect(await raw.all('SELECT key FROM meta ORDER BY key')).toEqual([{ key: 'by-prisma' }, { key: 'by-raw' }])
        throw boom
      }),
    )
    expect(first).toBe(boom)
    await database.transaction(async (_, raw) => {
      await raw.run(insert, ['own', '1'])
      // The earlier one is over: its statement must not land in the one that is open now.
      expect(await thrownBy(async () => kept.run?.())).toBeInstanceOf(AppError)
    })
    expect(await database.prisma.meta.findMany()).toEqual([{ key: 'own', value: '1' }])
  })

  test('a statement that failed dooms its transaction, even if the failure was caught', async () => {
    const database = await open()
    await database.prisma.meta.create({ data: { key: 'taken', value: '1' } })
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    const byRaw = database.transaction(async (tx, raw) => {
      await tx.meta.create({ data: { key: 'first', value: '1' } })
      await raw.run(insert, ['taken', '2']).catch(() => undefined)
    })
    expect(await thrownBy(() => byRaw)).toMatchObject({ code: 'unavailable', reason: 'transaction_over' })
    const byPrisma = database.transaction(async (tx, raw) => {
      await raw.run(insert, ['first', '1'])
      await tx.meta.create({ data: { key: 'taken', value: '2' } }).catch(() => undefined)
    })
    expect(await thrownBy(() => byPrisma)).toMatchObject({ code: 'unavailable', reason: 'transaction_over' })
    expect(await database.prisma.meta.findMany()).toEqual([{ key: 'taken', value: '1' }])
  })

  test('the handle of a transaction is one, however it is first used, and refuses after the end', async () => {
    const database = await open()
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    const unused = await database.transaction(async (tx, raw) => {
      await raw.run(insert, ['without', '1'])
      return { tx, meta: tx.meta }
    })
    const used = await database.transaction(async (tx) => {
      const { meta } = tx
      // At once, before there is a handle: each of them waits for the same one.
      await Promise.all([
        meta.create({ data: { key: 'a', value: '1' } }),
        tx.meta.create({ data: { key: 'b', value: '1' } }),
        tx.$executeRawUnsafe(`INSERT INTO meta (key, value) VALUES ('c', '1')`),
      ])
      expect(await meta.count()).toBe(4)
      return { tx, meta: tx.meta }
    })
    const late = { data: { key: 'late', value: '1' } }
    for (const create of [
      () => unused.tx.meta.create(late),
      () => unused.meta.create(late),
      () => used.tx.meta.create(late),
      () => used.meta.create(late),
    ]) {
      expect(await thrownBy(create)).toBeInstanceOf(AppError)
    }
    expect(await thrownBy(() => database.transaction(async (tx) => {
      await tx.meta.deleteMany()
      throw boom
    }))).toBe(boom)
    const rows = await database.prisma.meta.findMany({ orderBy: { key: 'asc' } })
    expect(rows.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'without'])
  })

  test('a statement of Prisma\'s that is beside a transaction waits for its end', async () => {
    const database = await open()
    let beside: Promise<unknown> | undefined
    const rolledBack = database.transaction(async (tx) => {
      await tx.meta.create({ data: { key: 'inside', value: '1' } })
      beside = database.prisma.$transaction((other) => other.meta.create({ data: { key: 'beside', value: '1' } }))
      await new Promise((resolve) => setTimeout(resolve, 20))
      throw boom
    })
    expect(await thrownBy(() => rolledBack)).toBe(boom)
    await beside
    expect(await database.prisma.meta.findMany()).toEqual([{ key: 'beside', value: '1' }])
  })

  test('transactions that wait for each other keep their raw statements apart', async () => {
    const database = await open()
    const each = (index: number) =>
      database
        .transaction(async (tx, raw) => {
          await raw.run('INSERT INTO meta (key, value) VALUES (?, ?)', [`row-${index}`, '1'])
          await tx.meta.count()
          await raw.run('UPDATE meta SET value = ? WHERE key = ?', ['2', `row-${index}`])
          if (index % 2 === 1) throw boom
        })
        .catch(() => undefined)
    await Promise.all(Array.from({ length: 20 }, (_, index) => each(index)))
    const rows = await database.prisma.meta.findMany()
    expect(rows.map(({ key }) => key).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, index) => `row-${index * 2}`).toSorted(),
    )
    expect(rows.every(({ value }) => value === '2')).toBe(true)
  })

  test('dates, bytes, booleans, numbers, text and nothing come back as they went in', async () => {
    const database = await open()
    const at = new Date('2018-01-03T23:59:59.007Z')
    const call = {
      id: 'call-1', staffId: 'staff', humanRef: 'H1', channel: 'phone', telephonyId: null, locale: 'zh-CN',
      sessionId: null, found: null, foundBy: null, lookedUpAt: null, promisedAt: null,
      startedAt: at, endedAt: null, outcome: null, wrappedUpAt: null, subjectId: `O'Brien "支付宝" 🐟`, version: 2_147_483_647,
    }
    const setting = { key: 'k', value: '', changedAt: new Date(0), changedBy: '\\ ? $1' }
    const every = Uint8Array.from({ length: 256 }, (_, index) => index)
    const entry = {
      id: 'entry', bytes: every, at, what: 'x', outcome: 'ok', actorType: 'nobody', actorId: '', caseCode: null, callId: null,
    }
    const day = { jurisdiction: 'CN', day: '2026-02-14', working: true }
    await database.prisma.call.create({ data: call })
    await database.prisma.setting.create({ data: setting })
    await database.prisma.auditEntry.create({ data: entry })
    await database.prisma.workingDayOverride.create({ data: day })

    expect(await database.prisma.call.findMany()).toEqual([call])
    expect(await database.prisma.setting.findMany()).toEqual([setting])
    expect(await database.prisma.workingDayOverride.findMany()).toEqual([day])
    const read = await database.prisma.auditEntry.findUniqueOrThrow({ where: { id: 'entry' } })
    expect(Buffer.from(read.bytes).equals(Buffer.from(every))).toBe(true)
    expect(read.at).toEqual(at)
  })

  test('raw rows are the same on both databases, and Prisma reads what raw SQL wrote', async () => {
    const database = await open()
    const at = new Date('2026-11-22T00:00:00.120Z')
    await database.raw.run('INSERT INTO audit_entry (id, bytes, at, what, outcome, actor_type, actor_id) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      'entry', Uint8Array.of(0, 255), at, 'what?', 'ok', 'nobody', "it's ?",
    ])
    await database.raw.run('INSERT INTO working_day_override (jurisdiction, day, working) VALUES (?, ?, ?)', ['CN', '2026-10-10', false])
    const [row] = await database.raw.all<{ bytes: Buffer }>(
      `SELECT id, bytes, at, what, case_code, 'is ? text' AS literal FROM audit_entry WHERE at >= ? AND id = ?`, [at, 'entry'],
    )
    expect(row).toMatchObject({ id: 'entry', at: '2026-11-22T00:00:00.120Z', what: 'what?', case_code: null, literal: 'is ? text' })
    expect([...(row?.bytes ?? [])]).toEqual([0, 255])
    expect(await database.raw.all('SELECT working FROM working_day_override')).toEqual([{ working: false }])
    expect(await database.raw.all('SELECT count(*) AS n FROM audit_entry')).toEqual([{ n: 1 }])
    expect(await database.raw.all('SELECT CAST(9007199254740993 AS BIGINT) AS big, CAST(7 AS BIGINT) AS small')).toEqual([
      { big: 9007199254740993n, small: 7 },
    ])
    expect(await database.prisma.auditEntry.findFirst({ where: { at } })).toMatchObject({ at, actorId: "it's ?" })
  })

  test('dates written by Prisma and by raw SQL sort and compare as one', async () => {
    const database = await open()
    const times = ['2026-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.001Z', '0999-06-01T00:00:00.000Z']
    for (const [index, time] of times.entries()) {
      const data = { key: `k${index}`, value: '', changedAt: new Date(time), changedBy: '' }
      if (index % 2 === 0) await database.prisma.setting.create({ data })
      else await database.raw.run('INSERT INTO setting (key, value, changed_at, changed_by) VALUES (?, ?, ?, ?)', [data.key, '', data.changedAt, ''])
    }
    const rows = await database.prisma.setting.findMany({ orderBy: { changedAt: 'asc' } })
    expect(rows.map(({ changedAt }) => changedAt.toISOString())).toEqual([...times].sort())
    expect(await database.prisma.setting.count({ where: { changedAt: { gt: new Date(times[0] ?? '') } } })).toBe(1)
  })

  test('many rows go in at once, all or none', async () => {
    const database = await open()
    const insert = 'INSERT INTO meta (key, value) VALUES (?, ?)'
    const rows = Array.from({ length: 1000 }, (_, index) => [`row-${index}`, String(index)])
    expect(await database.raw.runMany(insert, rows)).toBe(1000)
    expect(await countNamed(database, 'row-')).toBe(1000)
    const colliding = [['new-1', ''], ['row-7', ''], ['new-2', '']]
    expect(await thrownBy(() => database.raw.runMany(insert, colliding))).toMatchObject({ fault: 'unique' })
    expect(await countNamed(database, 'new-')).toBe(0)
    const upsert = `${insert} ON CONFLICT (key) DO UPDATE SET value = excluded.value`
    await database.raw.runMany(upsert, [['row-1', 'a'], ['row-1', 'b']])
    expect(await database.raw.all('SELECT value FROM meta WHERE key = ?', ['row-1'])).toEqual([{ value: 'b' }])
  })

  test('a long list of ids is answered in parts', async () => {
    const database = await open()
    await database.prisma.meta.create({ data: { key: 'row-39999', value: '' } })
    const keys = Array.from({ length: 30_000 }, (_, index) => `row-${index + 10_000}`)
    expect(await database.prisma.meta.count({ where: { key: { in: keys } } })).toBe(1)
  })

  test('errors say what kind and which column, and never a value', async () => {
    const database = await open()
    const secret = 'canary-+8613912345678'
    const staff = {
      id: 's1', humanRef: 'H1', email: secret, displayName: secret, role: 'agent', status: 'active',
      passwordHash: secret, createdAt: new Date(), createdBy: 'x',
    }
    await database.prisma.staff.create({ data: staff })
    const caught: unknown[] = [
      await thrownBy(() => database.prisma.staff.create({ data: { ...staff, id: 's2' } })),
      await thrownBy(() => database.prisma.$transaction((tx) => tx.staff.create({ data: { ...staff, id: 's2' } }))),
      await thrownBy(() => database.prisma.$transaction([database.prisma.staff.create({ data: { ...staff, id: 's2' } })])),
      await thrownBy(() => database.raw.run('UPDATE staff SET email = NULL WHERE email = ?', [secret])),
      await thrownBy(() => database.raw.run('INSERT INTO registry_tag (id, entry_id, type, tag, generation, bars_alone) VALUES (?, ?, ?, ?, ?, ?)',
        ['t', secret, 'phone', Uint8Array.of(1), 1, true])),
      await thrownBy(() => database.prisma.staff.update({ where: { id: secret }, data: { role: 'x' } })),
      await thrownBy(() => database.prisma.staff.create({ data: { ...staff, wrong: secret } as typeof staff })),
      await thrownBy(() => database.raw.all(`SELECT nothing FROM nowhere WHERE x = '${secret}'`)),
      await thrownBy(() => database.prisma.$queryRawUnsafe(`SELECT nothing FROM nowhere WHERE x = '${secret}'`)),
    ]
    const faults = caught.map((error) => (error instanceof DatabaseError ? error.fault : error))
    expect(faults).toEqual([
      'unique', 'unique', 'unique', 'not_null', 'foreign_key', 'row_not_found', 'fault', 'fault', 'fault',
    ])
    expect((caught[0] as DatabaseError).names.join()).toMatch(/email/)
    for (const error of caught as Error[]) {
      const names = Object.getOwnPropertyNames(error)
      const everything = JSON.stringify(names.map((name) => [name, Reflect.get(error, name)]))
      expect(everything).not.toContain('canary')
      expect(everything).not.toContain('13912345678')
    }
  })

  test('a transaction that outlasts its limit is rolled back and the next one runs', async () => {
    const database = await open()
    // What nobody caught would end the whole process.
    const uncaught: unknown[] = []
    const note = (fault: unknown) => uncaught.push(fault)
    process.on('unhandledRejection', note)
    let straggler: unknown
    const slow = async (tx: Tx, raw: RawQueries, first: 'prisma' | 'raw') => {
      if (first === 'prisma') await tx.meta.create({ data: { key: 'slow', value: '1' } })
      else await raw.run(`INSERT INTO meta (key, value) VALUES ('slow', '1')`)
      await new Promise((resolve) => setTimeout(resolve, 300))
      straggler = await thrownBy(() => tx.meta.create({ data: { key: 'slow-by-prisma', value: '1' } }))
      await raw.run(`INSERT INTO meta (key, value) VALUES ('slow-by-raw', '1')`)
    }
    for (const first of ['prisma', 'raw'] as const) {
      let ended: Promise<unknown> = Promise.resolve()
      const tooLong = database.transaction((tx, raw) => {
        const work = slow(tx, raw, first)
        ended = work.catch(() => undefined)
        return work
      }, 100)
      expect(await thrownBy(() => tooLong), first).toMatchObject({ code: 'unavailable' })
      await database.prisma.meta.create({ data: { key: `next-to-${first}`, value: '1' } })
      await ended
      expect(straggler, first).toBeInstanceOf(AppError)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    process.off('unhandledRejection', note)
    expect(uncaught).toEqual([])
    const rows = await database.prisma.meta.findMany({ orderBy: { key: 'asc' } })
    expect(rows.map(({ key }) => key)).toEqual(['next-to-prisma', 'next-to-raw'])
  })
})
