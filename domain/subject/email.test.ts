import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normaliseIdentifier } from './identifier.ts'

const email = (raw: string) => normaliseIdentifier('email', raw)

describe('an e-mail', () => {
  it.each([
    ['Chen.Jianguo+gift@Example.CN', 'chen.jianguo+gift@example.cn'],
    [' chen@example.cn\u200b ', 'chen@example.cn'],
    ['ｃｈｅｎ＠ｅｘａｍｐｌｅ．ｃｎ', 'chen@example.cn'],
    ['MÜLLER@Straße.DE', 'müller@xn--strae-oqa.de'],
    ['用户@例子.中国', '用户@xn--fsqu00a.xn--fiqs8s'],
    ["o'brien@x.ie", "o'brien@x.ie"],
    ['A\u030a@x.se', '\u00e5@x.se'],
    ['J\u030c@x.se', '\u01f0@x.se'],
    ['a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['👩@x.cn', '👩@x.cn'],
  ])('%j is %s', (raw, value) => {
    expect(email(raw)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['chen', 'not_an_email'],
    ['@example.cn', 'not_an_email'],
    ['chen jianguo@example.cn', 'not_an_email'],
    ['Chen <chen@example.cn>', 'not_an_email'],
    ['"chen"@example.cn', 'not_an_email'],
    ['a@b@example.cn', 'not_an_email'],
    ['chen\r\nBcc: x@example.cn', 'not_an_email'],
    ['chen@example.cn\nBcc: x@y.cn', 'not_an_email'],
    ['che\u200bn@example.cn', 'not_an_email'],
    ['\u0007chen@example.cn', 'not_an_email'],
    ['chen@', 'domain_wrong'],
    ['chen@localhost', 'domain_wrong'],
    ['chen@example.', 'domain_wrong'],
    ['chen@-example.cn', 'domain_wrong'],
    ['chen@example..cn', 'domain_wrong'],
    ['chen@127.0.0.1', 'domain_wrong'],
    ['chen@[127.0.0.1]', 'domain_wrong'],
    ['chen@example.cn:25', 'domain_wrong'],
    ['chen@example.cn/x', 'domain_wrong'],
    ['chen@ex%61mple.cn', 'domain_wrong'],
    ['chen@exa_mple.cn', 'domain_wrong'],
    [`${'a'.repeat(65)}@example.cn`, 'too_long'],
    [`${'陈'.repeat(22)}@example.cn`, 'too_long'],
    [`${'a'.repeat(400)}@example.cn`, 'too_long'],
    [`aaa@${`${'b'.repeat(60)}.`.repeat(4)}bbbbb.cn`, 'too_long'],
    [`a@${'b'.repeat(64)}.cn`, 'domain_wrong'],
    ['\ud800@example.cn', 'not_text'],
  ])('%j is none (%s)', (raw, reason) => {
    expect(email(raw)).toEqual({ ok: false, reason })
  })

  it('is unchanged by being normalised again, whatever is before the @', () => {
    const local = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((label) => `${label}.cn`)
    const domain = fc.oneof(fc.domain(), odd)
    fc.assert(fc.property(local, domain, (name, host) => {
      const first = email(`${name}@${host}`)
      if (first.ok) expect(email(first.value)).toEqual(first)
    }), { numRuns: 5_000 })
  })

  it('is the same whatever case it is typed in', () => {
    fc.assert(fc.property(fc.emailAddress(), (raw) => {
      expect(email(raw.toUpperCase())).toEqual(email(raw))
    }))
  })
})
