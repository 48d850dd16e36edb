import { beforeEach, describe, expect, it } from 'vitest'
import type { Principal } from '#usecases/actor.ts'
import { viewer } from '#usecases/session/viewer.ts'
import { addStaff } from '#usecases/staff/add-staff.ts'
import { changeRole } from '#usecases/staff/change-role.ts'
import { disableStaff } from '#usecases/staff/disable-staff.ts'
import { listStaff } from '#usecases/staff/list-staff.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { signIn } from '#usecases/session/sign-in.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'

const hour = 3_600_000
const password = 'a long enough one'

describe.each(['sqlite', 'postgresql'] as const)('staff on %s', (kind) => {
  let test: TestDesk
  let administrator: Principal
  beforeEach(async () => {
    test = await openTestDesk(kind)
    administrator = await test.as('administrator')
  })

  const add = (email: string, role: string, humanRef: string, by = administrator) =>
    addStaff.run(test.desk, { email, role, humanRef, password }, by)
  const lineOf = async (staffId: string) =>
    (await test.desk.query(listStaff, {}, administrator)).staff.find((one) => one.staffId === staffId)

  it('are added with a password that only they know, and can sign in', async () => {
    const { staffId } = await add('Ann@Example.org', 'agent', 'A-017')
    expect(await lineOf(staffId)).toMatchObject({ email: 'ann@example.org', humanRef: 'A-017', role: 'agent', status: 'active', decidesFrom: null })
    expect(await signIn(test.desk.runtime, test.desk.passwords, { email: 'ann@example.org', password, address: '127.0.0.1' })).toMatchObject({ kind: 'signed_in' })
    const entry = await test.desk.database.prisma.auditEntry.findFirstOrThrow({ where: { what: 'staff.added' } })
    expect(Buffer.from(entry.bytes).toString()).not.toMatch(/ann|A-017|enough/i)
  })

  it('who newly may decide wait for it, and wait again after having been something else', async () => {
    const { staffId } = await add('sue@example.org', 'supervisor', 'S-1')
    const deciders = async () => (await test.desk.query(listStaff, {}, administrator)).deciders
    expect(await lineOf(staffId)).toMatchObject({ decidesFrom: test.clock.now() + 24 * hour })
    expect(await deciders()).toBe(0)
    test.clock.advance(25 * hour)
    administrator = await test.as('administrator')
    expect(await deciders()).toBe(1)
    await test.desk.command(changeRole, { staffId, role: 'agent' }, administrator)
    expect(await lineOf(staffId)).toMatchObject({ role: 'agent', decidesFrom: null })
    await test.desk.command(setSetting, { key: 'supervisor_grace_hours', value: '48' }, administrator)
    await test.desk.command(changeRole, { staffId, role: 'supervisor' }, administrator)
    expect(await lineOf(staffId)).toMatchObject({ decidesFrom: test.clock.now() + 48 * hour })
    expect(await deciders()).toBe(0)
  })

  it('are somebody else with the next click after a change of role, and nobody once disabled', async () => {
    const agent = await test.as('agent')
    const { id: staffId } = await test.staffOf('agent')
    await test.desk.command(changeRole, { staffId, role: 'auditor' }, administrator)
    expect(await test.desk.query(viewer, {}, agent)).toMatchObject({ role: 'auditor' })
    const again = test.desk.command(changeRole, { staffId, role: 'auditor' }, administrator)
    await expect(again, 'they are that already').rejects.toMatchObject({ reason: 'same_role' })
    expect(await test.desk.command(disableStaff, { staffId }, administrator)).toEqual({ staffId, sessions: 1 })
    await expect(test.desk.query(viewer, {}, agent)).rejects.toMatchObject({ reason: 'sign_in_needed' })
    await expect(test.desk.command(disableStaff, { staffId }, administrator)).rejects.toMatchObject({ reason: 'already_disabled' })
  })

  it('can not give themselves a second log-in, another role or an end', async () => {
    const me = await test.staffOf('administrator')
    await expect(add('me@example.org', 'supervisor', me.humanRef)).rejects.toMatchObject({ code: 'not_allowed', reason: 'yourself' })
    await expect(test.desk.command(changeRole, { staffId: me.id, role: 'supervisor' }, administrator)).rejects.toMatchObject({ reason: 'yourself' })
    await expect(test.desk.command(disableStaff, { staffId: me.id }, administrator)).rejects.toMatchObject({ reason: 'yourself' })
  })

  it('keep one administrator', async () => {
    const operator: Principal = { kind: 'operator' }
    const me = await test.staffOf('administrator')
    await expect(test.desk.command(disableStaff, { staffId: me.id }, operator)).rejects.toMatchObject({ reason: 'last_administrator' })
    await add('second@example.org', 'administrator', 'AD-2')
    expect(await test.desk.command(disableStaff, { staffId: me.id }, operator)).toMatchObject({ staffId: me.id })
  })

  it('are added by nobody else, and the attempt is written down before a password is worked on', async () => {
    const supervisor = await test.as('supervisor')
    await expect(add('x@example.org', 'agent', 'X-1', supervisor)).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await test.desk.database.prisma.auditEntry.count({ where: { what: 'command.denied', outcome: 'denied' } })).toBe(1)
    await expect(add('x@example.org', 'clown', 'X-1')).rejects.toMatchObject({ fields: { role: 'choose' } })
  })
})
