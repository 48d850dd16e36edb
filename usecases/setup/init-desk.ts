import { z } from 'zod'
import { can } from '#domain/access/policy.ts'
import { countryCode } from '#domain/subject/country.ts'
import { command, runCommand } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { HumanRef, humanRefFrom, NewPassword, StaffEmail } from '../staff/staff-input.ts'

const Country = z.string().transform((text, context) => {
  const country = countryCode(text)
  if (country !== null) return country
  context.addIssue({ code: 'custom', message: 'country_unknown' })
  return z.NEVER
})

export const InitDeskInput = z.object({
  email: StaffEmail,
  humanRef: HumanRef.optional(),
  password: NewPassword,
  country: Country.optional(),
})

/** Makes the first administrator. The keys must exist: they are made before the database is opened. */
export const initDesk = procedure({
  name: 'desk.init',
  async run({ runtime, passwords }, rawInput, principal): Promise<{ staffId: string }> {
    const parsed = InitDeskInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const { password, ...first } = parsed.data
    const actor = await runtime.unitOfWork.resolveActor(principal, runtime.clock.now())
    const passwordHash = can(actor, 'desk.init').ok ? await passwords.hash(password) : ''
    return runCommand(runtime, recordFirstAdministrator, { ...first, passwordHash }, principal)
  },
})

/** Refused as soon as any log-in exists: a shell must not be a way around the administrators. */
export const recordFirstAdministrator = command({
  name: 'desk.init',
  permission: 'desk.init',
  input: InitDeskInput.omit({ password: true }).extend({ passwordHash: z.string() }),
  async run({ input, actor, now, store, ids }) {
    if ((await store.staff.list()).length > 0) throw preconditionFailed('already_initialised')
    const staffId = ids.uuid()
    const humanRef = input.humanRef ?? humanRefFrom(input.email)
    await store.staff.add({
      id: staffId,
      humanRef,
      email: input.email,
      displayName: humanRef,
      role: 'administrator',
      status: 'active',
      locale: 'en',
      mayDecideFrom: null,
      createdAt: now,
      createdBy: actor.id,
      version: 1,
      passwordHash: input.passwordHash,
    })
    if ((await store.settings.meta('installation_id')) === null) await store.settings.setMeta('installation_id', ids.uuid())
    const { country } = input
    const home: AuditEvent[] = []
    if (country !== undefined) {
      const from = (await store.settings.all()).home_country
      await store.settings.set('home_country', country, now, actor.id)
      home.push({ what: 'setting.changed', data: { setting: 'home_country', from: from.toLowerCase(), to: country.toLowerCase() } })
    }
    return { value: { staffId }, events: [{ what: 'desk.initialised', data: { staff: staffId } }, ...home] }
  },
})
