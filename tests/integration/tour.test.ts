import { describe, expect, it } from 'vitest'
import { viewer } from '#usecases/session/viewer.ts'
import { beginDemo } from '#usecases/setup/make-demo.ts'
import { openTestDesk } from '#tests/support/desk.ts'

describe.each(['sqlite', 'postgresql'] as const)('whoever signs in, on %s', (kind) => {
  it('is offered a tour at a demo, and never at a desk with people’s real cases', async () => {
    const real = await openTestDesk(kind)
    expect(await real.desk.query(viewer, {}, await real.as('agent'))).toMatchObject({ role: 'agent', inDemo: false })
    const demo = await openTestDesk(kind)
    await demo.desk.command(beginDemo, {}, { kind: 'operator' })
    expect(await demo.desk.query(viewer, {}, await demo.as('auditor'))).toMatchObject({ role: 'auditor', inDemo: true })
  })
})
