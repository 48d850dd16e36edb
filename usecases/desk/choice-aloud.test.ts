import { describe, expect, it } from 'vitest'
import { aloudOf } from './choice-aloud.ts'

const names = new Map([
  ['credit_scoring', new Map([['zh-CN', '信用评分']])],
  ['ride_sharing', new Map([['en', 'Rides together'], ['zh-CN', '拼车']])],
])
const chinese = { caller: 'zh-CN', reader: 'en', names }

describe('a choice that is read aloud', () => {
  it('names each service as each language calls it', () => {
    const account = { kind: 'deletion', service: null, purpose: null } as const
    const { title, lines, lock } = aloudOf(account, {
      lock: null,
      effects: [
        { key: 'never_again', params: { service: 'Credit scoring' } },
        { key: 'no_mark', params: { service: 'Ride sharing' } },
      ],
    }, chinese)
    expect(title).toBe('删除您的整个账户')
    expect(lock).toBeNull()
    expect(lines).toEqual([
      {
        say: '您永远不能再使用信用评分，即使以后申请加入也不行。',
        beside: 'You can never use Credit scoring again, not even if you ask to join later.',
      },
      { say: '您以后仍可自由加入拼车。', beside: 'You stay free to join Rides together later.' },
    ])
  })

  it('says why it is not open to them, unless that is for the agent alone', () => {
    const leave = { kind: 'deregistration', service: 'credit_scoring', purpose: null } as const
    const said = (lock: Parameters<typeof aloudOf>[1]['lock']) => aloudOf(leave, { lock, effects: [] }, chinese).lock
    expect(said({ key: 'no_enrolment', params: { service: 'Credit scoring' } })).toBe('您没有加入信用评分。')
    expect(said({ key: 'needs_level', params: { level: 3 } })).toBe('办理此项之前，我们还需要进一步确认是您本人。')
    expect(said({ key: 'on_hold' }), 'a hold may be one that they must not be told of').toBeNull()
  })
})
