import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '#usecases/action-result.ts'
import type { DraftFields, DraftView, KeepDraftInput } from '#usecases/views/draft-inputs.ts'
import { DraftKeeper, pauseMs, type KeptNow } from './draft-keeper.ts'

const none: DraftView = { state: 'none' }
const yesterday: DraftView = { state: 'kept', savedAt: 1, fields: { words: 'From yesterday.' } }
const offline: ActionResult<never> = { ok: false, problem: { code: 'unavailable' } }

/** A form with its server, of which a test says what it answers. */
function formWith(first: DraftView | null) {
  let view = first
  let typed: DraftFields = {}
  let shown: KeptNow | null = null
  const sent: DraftFields[] = []
  const opened: string[] = []
  const keeper = new DraftKeeper(
    {
      read: async () => (view === null ? offline : { ok: true, value: view }),
      keep: async ({ fields }: KeepDraftInput) => {
        if (view === null) return offline
        sent.push(fields)
        return { ok: true, value: { kept: true } }
      },
      open: async ({ caseCode }) => {
        opened.push(caseCode)
        view = yesterday
        return { ok: true, value: null }
      },
    },
    { form: 'note', of: 'a call' },
    {
      typed: () => typed,
      restore: (fields) => (typed = fields),
      clear: () => (typed = {}),
      show: (kept) => (shown = kept),
    },
  )
  return {
    keeper,
    sent,
    opened,
    type: (words: string) => {
      typed = words === '' ? {} : { words }
      keeper.changed()
    },
    stands: () => typed,
    said: () => shown?.state ?? null,
    online: (answer: DraftView) => (view = answer),
    pause: () => vi.advanceTimersByTimeAsync(pauseMs),
  }
}

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is kept at a pause in typing, once, and not with every key', async () => {
    const form = formWith(none)
    await form.keeper.begin()
    for (const text of ['W', 'Wo', 'Words']) form.type(text)
    await form.pause()
    await form.pause()
    expect(form.sent).toEqual([{ words: 'Words' }])
    form.type('')
    await form.pause()
    expect(form.sent.at(-1), 'emptied').toEqual({})
  })

  it('stands in the form again, which says so, and can be thrown away', async () => {
    const form = formWith(yesterday)
    await form.keeper.begin()
    expect(form.stands()).toEqual({ words: 'From yesterday.' })
    expect(form.said()).toBe('restored')
    form.keeper.leave()
    await form.pause()
    expect(form.sent, 'nothing new was typed').toEqual([])
    form.keeper.discard()
    await form.pause()
    expect([form.stands(), form.said(), form.sent]).toEqual([{}, null, [{}]])
  })

  it('does not come between the keys of somebody who types already: both are kept, and it is offered', async () => {
    const form = formWith(yesterday)
    const begun = form.keeper.begin()
    form.type('From today.')
    await begun
    expect([form.stands(), form.said()]).toEqual([{ words: 'From today.' }, 'offered'])
    const both = { words: 'From yesterday.\nFrom today.' }
    await form.pause()
    expect(form.sent).toEqual([both])
    form.keeper.putBack()
    await form.pause()
    expect([form.stands(), form.said(), form.sent]).toEqual([both, null, [both]])
  })

  it('is kept when the form goes before the pause is over', async () => {
    const form = formWith(none)
    await form.keeper.begin()
    form.type('Half a')
    form.keeper.leave()
    await vi.runAllTimersAsync()
    expect(form.sent).toEqual([{ words: 'Half a' }])
  })

  it('that could not be asked for is not written over: it is asked for again first', async () => {
    const form = formWith(null)
    await form.keeper.begin()
    form.type('Typed offline.')
    await form.pause()
    expect(form.sent).toEqual([])
    form.online(yesterday)
    form.type('Typed offline, and on.')
    await form.pause()
    expect(form.sent).toEqual([{ words: 'From yesterday.\nTyped offline, and on.' }])
  })

  it('of a case that is not opened waits until it is', async () => {
    const form = formWith({ state: 'closed', savedAt: 1, caseCode: 'K7M4QXEH9' })
    await form.keeper.begin()
    expect(form.said()).toBe('closed')
    form.type('New.')
    await form.pause()
    expect(form.sent, 'nobody has seen what would be written over').toEqual([])
    form.type('')
    await form.keeper.openCase()
    expect([form.opened, form.said(), form.stands()]).toEqual([['K7M4QXEH9'], 'restored', { words: 'From yesterday.' }])
  })

  it('ends when it is sent, and nothing of it is kept afterwards', async () => {
    const form = formWith(none)
    await form.keeper.begin()
    form.type('Sent.')
    form.keeper.sent()
    form.type('Still there for a moment.')
    form.keeper.leave()
    await vi.runAllTimersAsync()
    expect(form.sent).toEqual([{}])
  })
})
