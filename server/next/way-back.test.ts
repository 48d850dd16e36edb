import { expect, it } from 'vitest'
import { wayBack } from './way-back.ts'

it('leads back to a room of this desk', () => {
  for (const path of ['/desk', '/cases/K7M4QXEH9', '/settings/notices']) expect(wayBack(path)).toBe(path)
})

it('leads nowhere else', () => {
  const elsewhere = [
    '//evil.example', 'https://evil.example/desk', '/\\evil.example', '/desk/../..//evil', '/desk?phone=13812345678',
    'javascript:alert(1)', '/api/v1/subjects', '/told/abc', '/sign-in', '/', '', undefined, null, ['/desk', '/cases'],
  ]
  for (const path of elsewhere) expect(wayBack(path), String(path)).toBeNull()
})
