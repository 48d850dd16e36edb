import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nameService } from '#usecases/service/name-service.ts'
import { namesForReader } from '#usecases/service/names-for-reader.ts'
import { chen, creditService, entriesOf, onFile, verifiedCall } from '../support/caller-story.ts'
import { openTestDesk } from '../support/desk.ts'

const operator = { kind: 'operator' } as const
const chinese = { key: 'credit_scoring', locale: 'zh-CN', text: '信用评分' }

describe.each(['sqlite', 'postgresql'] as const)('what a service is called, on %s', (kind) => {
  it('is said in the language of whoever reads, with its key read as words where it has no name', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await test.desk.command(nameService, { ...chinese, text: '评分' }, operator)
    await test.desk.command(nameService, chinese, operator)
    const agent = await test.as('agent')
    expect(await test.desk.query(namesForReader, { locale: 'zh-CN' }, agent)).toEqual({ 'Credit scoring': '信用评分' })
    expect(await test.desk.query(namesForReader, { locale: 'en' }, agent)).toEqual({ 'Credit scoring': 'Credit scoring' })
    const [entry] = (await entriesOf(test)).filter(({ what }) => what === 'service.changed').toReversed()
    expect(entry?.text).toContain(createHash('sha256').update('信用评分').digest('hex'))
  })

  it('is what the caller hears in their language, beside what the agent reads in theirs', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await test.desk.command(nameService, chinese, operator)
    await onFile(test, chen)
    const { person } = await verifiedCall(test, await test.as('agent'))
    const line = person.choices.find(({ choiceId }) => choiceId === 'deregistration:credit_scoring')?.script.lines[0]
    expect(line?.say).toContain('信用评分')
    expect(line?.say).not.toContain('Credit')
    expect(line?.beside).toContain('Credit scoring')
  })

  it('belongs to something that exists', async () => {
    const test = await openTestDesk(kind)
    await creditService(test)
    await expect(test.desk.command(nameService, { ...chinese, key: 'no_such' }, operator)).rejects.toThrow('service')
  })
})
