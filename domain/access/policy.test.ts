import { describe, expect, it } from 'vitest'
import { clientScopes, type Role } from './actor-kinds.ts'
import { conditions, type Condition } from './conditions.ts'
import { can, permissions, type Permission, type PolicyActor } from './policy.ts'
import { policyTable, type Grants } from './policy-table.ts'

const staff = (role: Role): PolicyActor => ({ type: 'staff', role })
const allowedTo = (actor: PolicyActor) => permissions.filter((permission) => can(actor, permission).ok)

describe('the policy table', () => {
  it('lets an administrator look nobody up, open nothing and decide nothing', () => {
    const personal = /^(person|call|intake|verification|request|queue|plan|hold|case|log|gate|consent|access)\./
    expect(allowedTo(staff('administrator')).filter((permission) => personal.test(permission))).toEqual([])
  })

  it('lets an auditor read, export and note findings, and change nothing else', () => {
    const own = /^(session|preference)\./
    const reads = /\.(list|view|view_case|verify|export|draw|status)$/
    const rest = allowedTo(staff('auditor')).filter((name) => !own.test(name) && !reads.test(name))
    expect(rest).toEqual(['finding.note'])
  })

  it('shows an auditor nothing of a person in the clear', () => {
    for (const permission of ['request.view', 'plan.view', 'case.view'] as const) {
      expect(can(staff('auditor'), permission)).toMatchObject({ ok: true, conditions: ['masked'] })
    }
    expect(can(staff('auditor'), 'person.reveal')).toEqual({ ok: false, reason: 'role_not_permitted' })
  })

  it('lets the command line of the operator decide nothing and look nobody up', () => {
    const deciding = /^(person|call|intake|verification|request|queue|hold|case|gate|registry|access)\.|approve$/
    expect(allowedTo({ type: 'operator' }).filter((permission) => deciding.test(permission))).toEqual([])
  })

  it('lets an agent decide nothing', () => {
    const deciding: Permission[] = [
      'request.approve', 'request.return', 'request.reject', 'request.keep', 'request.resolve_dispute',
      'request.answer_objection', 'campaign.approve', 'queue.list', 'hold.place', 'hold.lift',
    ]
    for (const permission of deciding) {
      expect(can(staff('agent'), permission), permission).toEqual({ ok: false, reason: 'role_not_permitted' })
    }
  })

  it('ties every decision about a request to having had no part in it and to a right old enough', () => {
    const deciding: Permission[] = [
      'request.approve', 'request.return', 'request.reject', 'request.resolve_dispute',
      'request.answer_objection', 'request.keep', 'request.find_erased_in_error',
    ]
    for (const permission of deciding) {
      const answer = can(staff('supervisor'), permission)
      expect(answer.ok && answer.conditions, permission).toEqual(
        expect.arrayContaining<Condition>(['no_part_in_request', 'right_to_decide_in_force']),
      )
    }
  })

  it('lets nobody but who signs in, signs out or holds a link do anything', () => {
    expect(allowedTo({ type: 'nobody' })).toEqual([
      'session.sign_in', 'session.sign_out', 'verification.follow_link', 'telling.read', 'request.submit',
      'request.dispute', 'access.fetch',
      'access.release_by_link',
    ])
    expect(can({ type: 'nobody' }, 'person.look_up')).toEqual({ ok: false, reason: 'sign_in_needed' })
  })

  it('lets a client in by a scope and by nothing else', () => {
    expect(allowedTo({ type: 'client', scopes: [] })).toEqual([])
    expect(allowedTo({ type: 'client', scopes: ['gate'] })).toEqual(['gate.ask'])
    expect(allowedTo({ type: 'client', scopes: ['agent', 'system', 'operator', 'nobody'] })).toEqual([])
    expect(can({ type: 'client', scopes: ['gate'] }, 'subject.put')).toEqual({ ok: false, reason: 'scope_missing' })
  })

  it('gives every scope something to do', () => {
    for (const scope of clientScopes) {
      expect(allowedTo({ type: 'client', scopes: [scope] }).length, scope).toBeGreaterThan(0)
    }
  })

  it('refuses what it does not know', () => {
    for (const name of ['person.delete', 'toString', '__proto__', 'constructor']) {
      expect(can({ type: 'operator' }, name as Permission), name).toEqual({ ok: false, reason: 'not_permitted' })
    }
    const unknownRole = { type: 'staff', role: 'root' } as unknown as PolicyActor
    expect(permissions.filter((permission) => can(unknownRole, permission).ok)).toEqual([])
    const inherited = { type: 'staff', role: 'hasOwnProperty' } as unknown as PolicyActor
    expect(permissions.filter((permission) => can(inherited, permission).ok)).toEqual([])
  })

  it('names each permission as noun and verb, and uses every condition', () => {
    for (const permission of permissions) expect(permission).toMatch(/^[a-z_]+\.[a-z_]+$/)
    const used = new Set(Object.values<Grants>(policyTable).flatMap((grants) => Object.values(grants).flat()))
    expect([...used].sort()).toEqual([...conditions].sort())
  })
})
