import { describe, expect, it } from 'vitest'
import { viewCase } from '#usecases/case/view-case.ts'
import { doneByHand } from '#usecases/request/done-by-hand.ts'
import { keepAtSystem } from '#usecases/request/keep-at-system.ts'
import { day, openErasureStory, type ErasureStory } from '#tests/support/erasure-story.ts'

const evidence = 'LETTER 17/2026'

/** A deletion that was done, until a row of the person came back and was found. */
async function withLeftovers(kind: 'sqlite' | 'postgresql') {
  const story = await openErasureStory(kind)
  const { caseCode, id } = await story.ask('deletion:account', 'ann')
  await story.approve(caseCode)
  await story.work(7 * day)
  await story.shops[0]?.sql("INSERT INTO newsletter VALUES (7, 'Ann@Example.org')")
  await story.work(day)
  expect(await story.stateOf(caseCode)).toBe('needs_attention')
  return { story, caseCode, id }
}

const leftover = async (story: ErasureStory) =>
  Number((await story.shops[0]?.sql('SELECT count(*) AS n FROM newsletter WHERE newsletter_id = 7'))?.[0]?.n)

describe.each(['sqlite', 'postgresql'] as const)('a system that needs a person, on %s', (kind) => {
  it('is erased by hand once two people stand for it, and only what it shows afterwards counts', async () => {
    const { story, caseCode, id } = await withLeftovers(kind)
    const [one, two] = [await story.as('supervisor', '1'), await story.as('supervisor', '2')]
    const propose = async () => ({ ...(await story.onCase(caseCode)), system: 'shop', evidence })
    await story.desk.command(doneByHand, await propose(), one)
    await expect(story.desk.command(doneByHand, await propose(), one)).rejects.toMatchObject({ reason: 'second_person_needed' })
    const other = { ...(await propose()), evidence: 'LETTER 18' }
    await expect(story.desk.command(doneByHand, other, two)).rejects.toMatchObject({ code: 'conflict', reason: 'stale' })
    const [item] = (await story.desk.query(viewCase, { caseCode }, two)).attention
    expect(item?.proposal).toMatchObject({ type: 'done_by_hand', by: (await story.staffOf('supervisor', '1')).humanRef, evidence })

    // Said to be done, and not done: the system is asked, and shows it.
    await story.desk.command(doneByHand, await propose(), two)
    expect(await story.stateOf(caseCode)).toBe('rechecking')
    await story.work()
    expect(await story.stateOf(caseCode)).toBe('needs_attention')

    await story.shops[0]?.sql('DELETE FROM newsletter WHERE newsletter_id = 7')
    await story.desk.command(doneByHand, await propose(), two)
    await story.desk.command(doneByHand, await propose(), one)
    await story.work(60_000)
    await story.work(day)
    expect(await story.stateOf(caseCode)).toBe('completed')
    const [certificate] = await story.inStore((store) => store.erasure.certificates(id))
    const { systems } = JSON.parse(new TextDecoder().decode(certificate?.body)) as { systems: { system: string }[] }
    const [humanOne, humanTwo] = [await story.staffOf('supervisor', '1'), await story.staffOf('supervisor', '2')]
    expect(systems.find(({ system }) => system === 'shop')).toMatchObject({
      by_hand: { evidence, by: humanTwo.humanRef, confirmed_by: humanOne.humanRef },
    })
    expect((await story.logOf(caseCode)).filter((what) => what === 'request.done_by_hand')).toHaveLength(4)
  })

  it('keeps what it holds on a basis of ours when a second supervisor agrees to exactly that, until its date', async () => {
    const { story, caseCode, id } = await withLeftovers(kind)
    const [one, two] = [await story.as('supervisor', '1'), await story.as('supervisor', '2')]
    const keep = async () => ({ ...(await story.onCase(caseCode)), system: 'shop', basis: 'legal_claim', until: '2027-01-31' })
    await expect(story.desk.command(keepAtSystem, { ...(await keep()), basis: 'silent_partner' }, one)).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(story.desk.command(keepAtSystem, { ...(await keep()), until: '2020-01-31' }, one)).rejects.toMatchObject({ fields: { until: 'date_past' } })
    await story.desk.command(keepAtSystem, await keep(), one)
    // Other terms are another proposal, not an agreement.
    await story.desk.command(keepAtSystem, { ...(await keep()), until: '2027-02-28' }, two)
    expect(await story.stateOf(caseCode)).toBe('needs_attention')
    const three = await story.as('supervisor', '3')
    await story.desk.command(keepAtSystem, { ...(await keep()), until: '2027-02-28' }, three)
    expect(await story.stateOf(caseCode)).toBe('rechecking')
    expect((await story.inStore((store) => store.erasure.tasks(id))).find(({ system }) => system === 'shop')?.state).toBe('dropped')
    expect(await leftover(story)).toBe(1)
  })
})
