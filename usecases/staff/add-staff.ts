import { z } from 'zod'
import { can } from '#domain/access/policy.ts'
import { settingMs } from '#domain/settings/settings.ts'
import { command, runCommand } from '../command.ts'
import { AppError, invalidInput, notAllowed } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { HumanRef, humanRefFrom, NewPassword, StaffEmail, StaffRole } from './staff-input.ts'

export const AddStaffInput = z.object({
  email: StaffEmail,
  /** Taken from the e-mail when absent, unless somebody has that one already. */
  humanRef: HumanRef.optional(),
  role: StaffRole,
  password: NewPassword,
})

/**
 * Adds a log-in. The slow hash is made before the command, and only for somebody who may add staff: for anybody
 * else the command is run with no hash, refuses, and leaves its entry.
 */
export const addStaff = procedure({
  name: 'staff.add',
  async run({ runtime, passwords }, rawInput, principal): Promise<{ staffId: string }> {
    const parsed = AddStaffInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const { password, ...staff } = parsed.data
    const actor = await runtime.unitOfWork.resolveActor(principal, runtime.clock.now())
    const passwordHash = can(actor, 'staff.add').ok ? await passwords.hash(password) : ''
    return runCommand(runtime, recordStaff, { ...staff, passwordHash }, principal)
  },
})

/**
 * Writes the row of a new log-in. Nobody adds one for themselves: a second log-in of one's own would be a way to a
 * second role. Who newly may decide can not do so for `supervisor_grace_hours` (domain book §4, 2).
 */
export const recordStaff = command({
  name: 'staff.add',
  permission: 'staff.add',
  input: AddStaffInput.omit({ password: true }).extend({ passwordHash: z.string() }),
  async run({ input, actor, now, store, ids }) {
    const humanRef = input.humanRef ?? humanRefFrom(input.email)
    if (actor.type === 'staff' && actor.humanRef === humanRef) throw notAllowed('yourself')
    if ((await store.staff.forSignIn(input.email)) !== null) {
      throw new AppError('conflict', 'email_taken', { fields: { email: 'taken' } })
    }
    const known = input.humanRef === undefined && (await store.staff.list()).some((one) => one.humanRef === humanRef)
    // Two people under one reference would be one human to every rule about who may decide what.
    if (known) throw new AppError('conflict', 'human_ref_needed', { fields: { humanRef: 'required' } })
    const settings = await store.settings.all()
    const mayDecideFrom = input.role === 'supervisor' ? now + settingMs(settings, 'supervisor_grace_hours') : null
    const staffId = ids.uuid()
    await store.staff.add({
      id: staffId,
      humanRef,
      email: input.email,
      displayName: humanRef,
      role: input.role,
      status: 'active',
      locale: 'en',
      mayDecideFrom,
      createdAt: now,
      createdBy: actor.id,
      version: 1,
      passwordHash: input.passwordHash,
    })
    return {
      value: { staffId },
      events: [{ what: 'staff.added', data: { staff: staffId, role: input.role, may_decide_from: isoOrNull(mayDecideFrom) } }],
    }
  },
})

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
