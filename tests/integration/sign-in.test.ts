import { describe, expect, it } from 'vitest'
import { argon2Passwords } from '#server/auth/passwords.ts'
import { listLog } from '#usecases/log/list-log.ts'
import { signIn } from '#usecases/session/sign-in.ts'
import { signOut } from '#usecases/session/sign-out.ts'
import { signOutEverywhere } from '#usecases/session/sign-out-everywhere.ts'
import { viewer } from '#usecases/session/viewer.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'

const password = 'three quiet yellow boats'
const minute = 60_000

async function withMember(test: TestDesk, email: string) {
  const passwords = argon2Passwords()
  const passwordHash = await passwords.hash(password)
  const id = crypto.randomUUID()
  await test.desk.runtime.unitOfWork.write(({ store }) =>
    store.staff.add({
      id, humanRef: 'A-900', email, displayName: 'A-900', role: 'agent', status: 'active', locale: 'en',
      mayDecideFrom: null, createdAt: test.clock.now(), createdBy: 'test', version: 1, passwordHash,
    }),
  )
  const attempt = (given: string, address = '192.0.2.1', who = email) =>
    signIn(test.desk.runtime, passwords, { email: who, password: given, address })
  return { id, attempt }
}

describe.each(['sqlite', 'postgresql'] as const)('signing in, on %s', (kind) => {
  it('opens a session that is read from its row at every request', async () => {
    const test = await openTestDesk(kind)
    const { id, attempt } = await withMember(test, 'mei@example.org')
    const outcome = await attempt(password)
    if (outcome.kind !== 'signed_in') throw new Error('not signed in')
    const session = { kind: 'session', sessionId: outcome.sessionId, via: 'get' } as const
    expect(await test.desk.query(viewer, {}, session)).toMatchObject({ staffId: id, role: 'agent' })

    await test.desk.database.prisma.staff.update({ where: { id }, data: { role: 'auditor' } })
    expect(await test.desk.query(viewer, {}, session)).toMatchObject({ role: 'auditor' })
    await test.desk.database.prisma.staff.update({ where: { id }, data: { status: 'disabled' } })
    await expect(test.desk.query(viewer, {}, session)).rejects.toMatchObject({ reason: 'sign_in_needed' })
  })

  it('is shown to an auditor as who it was, and a failure as nobody', async () => {
    const test = await openTestDesk(kind)
    const { attempt } = await withMember(test, 'mei@example.org')
    await attempt('not it')
    const outcome = await attempt(password)
    if (outcome.kind !== 'signed_in') throw new Error('not signed in')
    await test.desk.command(signOut, { sessionId: outcome.sessionId }, { kind: 'nobody' })
    const auditor = await test.as('auditor')
    const { rows } = await test.desk.query(listLog, {}, auditor)
    const shown = ['session.sign_in_failed', 'session.signed_in', 'session.signed_out'].map((code) =>
      rows.find(({ what }) => what === code)?.actor,
    )
    const mei = { type: 'staff', role: 'agent', label: 'A-900' }
    expect(shown).toEqual([{ type: 'nobody', role: null, label: null }, mei, mei])
  })

  it('answers an unknown e-mail, a wrong password and a disabled log-in alike', async () => {
    const test = await openTestDesk(kind)
    const { id, attempt } = await withMember(test, 'mei@example.org')
    const wrong = await attempt('not it')
    const unknown = await attempt(password, '192.0.2.9', 'nobody@example.org')
    await test.desk.database.prisma.staff.update({ where: { id }, data: { status: 'disabled' } })
    const disabled = await attempt(password, '192.0.2.8')
    expect([wrong, unknown, disabled]).toEqual([{ kind: 'refused' }, { kind: 'refused' }, { kind: 'refused' }])
    const entries = await test.desk.database.prisma.auditEntry.findMany({ where: { what: 'session.sign_in_failed' } })
    expect(entries.map((entry) => [entry.actorType, entry.outcome])).toEqual(Array.from({ length: 3 }, () => ['nobody', 'denied']))
    expect(entries.some((entry) => Buffer.from(entry.bytes).toString('utf8').includes('example.org'))).toBe(false)
  })

  it('makes failures wait, and lets the owner in from elsewhere within seconds', async () => {
    const test = await openTestDesk(kind)
    const { attempt } = await withMember(test, 'mei@example.org')
    for (let failures = 0; failures < 12; failures += 1) {
      await attempt('guess')
      test.clock.advance(16 * minute)
    }
    expect(await attempt('guess')).toEqual({ kind: 'refused' })
    expect(await attempt(password)).toMatchObject({ kind: 'wait' })
    test.clock.advance(6_000)
    expect(await attempt(password)).toMatchObject({ kind: 'wait' })
    expect(await attempt(password, '198.51.100.7')).toMatchObject({ kind: 'signed_in' })
  })

  it('ends an idle session, one past its absolute end, and all of them on request', async () => {
    const test = await openTestDesk(kind)
    const { attempt } = await withMember(test, 'mei@example.org')
    const open = async () => {
      const outcome = await attempt(password)
      if (outcome.kind !== 'signed_in') throw new Error('not signed in')
      return { kind: 'session', sessionId: outcome.sessionId, via: 'post' } as const
    }
    const idle = await open()
    test.clock.advance(31 * minute)
    await expect(test.desk.query(viewer, {}, idle)).rejects.toMatchObject({ reason: 'sign_in_needed' })

    const long = await open()
    for (let hour = 0; hour < 24; hour += 1) {
      test.clock.advance(29 * minute)
      await test.desk.query(viewer, {}, long)
    }
    test.clock.advance(29 * minute)
    await expect(test.desk.query(viewer, {}, long)).rejects.toMatchObject({ reason: 'sign_in_needed' })

    const [here, there] = [await open(), await open()]
    expect(await test.desk.command(signOutEverywhere, {}, here)).toMatchObject({ sessions: 4 })
    await expect(test.desk.query(viewer, {}, there)).rejects.toMatchObject({ reason: 'sign_in_needed' })
  })

  it('signs out one session and leaves the other', async () => {
    const test = await openTestDesk(kind)
    const { attempt } = await withMember(test, 'mei@example.org')
    const first = await attempt(password)
    const second = await attempt(password)
    if (first.kind !== 'signed_in' || second.kind !== 'signed_in') throw new Error('not signed in')
    await test.desk.command(signOut, { sessionId: first.sessionId }, { kind: 'nobody' })
    const session = (sessionId: string) => ({ kind: 'session', sessionId, via: 'get' }) as const
    await expect(test.desk.query(viewer, {}, session(first.sessionId))).rejects.toMatchObject({ reason: 'sign_in_needed' })
    expect(await test.desk.query(viewer, {}, session(second.sessionId))).toMatchObject({ role: 'agent' })
    const rows = await test.desk.runtime.unitOfWork.read(async (store) => store.staff.session(first.sessionId))
    expect(rows?.revokedAt).toBe(test.clock.now())
  })
})

describe('the queue in front of the password hash', () => {
  it('refuses a flood instead of taking all the memory', async () => {
    const passwords = argon2Passwords()
    const asked = Array.from({ length: 60 }, () => passwords.verify(null, 'x'))
    const ended = await Promise.allSettled(asked)
    const refused = ended.filter((one) => one.status === 'rejected')
    expect(refused.length).toBe(60 - 34)
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'unavailable', reason: 'sign_in_busy' } })
  })
})
