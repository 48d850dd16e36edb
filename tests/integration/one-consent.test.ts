import { expect, it } from 'vitest'
import { openErasureStory } from '#tests/support/erasure-story.ts'

const withdrawal = 'consent_withdrawal:shopping:marketing'

it.each(['sqlite', 'postgresql'] as const)('one consent withdrawn has nothing to do in any system, and is complete at once, on %s', async (kind) => {
  const story = await openErasureStory(kind)
  const at = story.clock.now()
  await story.inStore(async (store) => {
    await store.consents.addService({ key: 'shopping', purposes: ['orders', 'marketing'], restsOn: 'orders', sensitive: false }, at)
    await store.consents.append({
      subjectId: story.subjects.ann, purpose: 'marketing', noticeVersion: null, state: 'ConsentGiven', indication: 'ticked_box',
      channel: 'app', occurredAt: at - 1, eventId: 'marketing-1', evidenceRef: null, concerns: null,
    }, at, 'test')
  })

  const { caseCode } = await story.ask(withdrawal, 'ann')
  await story.work()

  expect(await story.stateOf(caseCode)).toBe('completed')
  const events = await story.inStore((store) => store.consents.events(story.subjects.ann))
  expect(events.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
    'credit_scoring ConsentGiven', 'marketing ConsentGiven', 'marketing ConsentWithdrawn',
  ])
  expect(await story.logOf(caseCode)).toContain('consent.withdrawn')
})
