import { expect, it } from 'vitest'
import { demoNotices } from '#server/demo/notices.ts'
import { boxInText } from './box-in-text.ts'

it('finds what stood beside the box, and what stood before it', () => {
  expect(boxInText('Open my review. ☑ I agree.')).toEqual({ before: 'Open my review.', beside: 'I agree.' })
  expect(boxInText('查看账单。☑我同意')).toEqual({ before: '查看账单。', beside: '我同意' })
  expect(boxInText('☐ I want to join.')).toEqual({ before: '', beside: 'I want to join.' })
})

it('leaves a text alone that shows no box, a bare one, or several', () => {
  for (const text of ['I agree.', 'The box below ☐', '☐ This. ☐ That.', '']) expect(boxInText(text)).toBeNull()
})

it('reads the box of the demo’s notices, both of the ticked and of the empty one', () => {
  expect(demoNotices.filter(({ text }) => boxInText(text) !== null)).toHaveLength(4)
})
