import { expect, test } from 'vitest'
import { forEachDatabase } from '#tests/support/database.ts'
import { runProcess } from '#tests/support/run-process.ts'

forEachDatabase((_kind, open) => {
  test('three processes, each with 200 read-then-write transactions, lose nothing', async () => {
    const database = await open()
    await database.prisma.meta.create({ data: { key: 'counter', value: '0' } })
    const names = ['one', 'two', 'three']
    await Promise.all(names.map((name) => runProcess('tests/contract/processes/add-many.ts', [database.url, name, '200'])))
    expect(await database.prisma.meta.findUnique({ where: { key: 'counter' } })).toMatchObject({ value: '600' })
    for (const name of names) {
      expect(await database.prisma.meta.count({ where: { key: { startsWith: `${name}-` } } })).toBe(200)
    }
  })
})
