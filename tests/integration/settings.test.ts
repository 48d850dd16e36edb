import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { ZodError } from 'zod'
import { settingDefinitions, settingKeys, type SettingDefinition } from '#domain/settings/settings.ts'
import type { AppError } from '#usecases/errors.ts'
import { addClient } from '#usecases/client/add-client.ts'
import { listClients } from '#usecases/client/list-clients.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { addStaff } from '#usecases/staff/add-staff.ts'
import { changeRole } from '#usecases/staff/change-role.ts'
import { listStaff } from '#usecases/staff/list-staff.ts'
import { checkSystem } from '#usecases/system/check-system.ts'
import { connectSystem } from '#usecases/system/connect-system.ts'
import { listSystems } from '#usecases/system/list-systems.ts'
import { addStaffForm, connectSystemForm, setSettingForm } from '#usecases/views/settings-inputs.ts'
import { openTestDesk } from '../support/desk.ts'
import { shopDataset, shopPolicy, shopSql } from '../support/shop-system.ts'

const hour = 3_600_000

/** The fault that a form shows beside one field; null where the form would send. */
const formFault = ({ error }: { error?: ZodError | undefined }, field: string): string | null =>
  error?.issues.find((issue) => issue.path.join('.') === field)?.message ?? null

describe('the staff page', () => {
  it('shows from when on a new supervisor may decide, and does not count them before', async () => {
    const { desk, clock, as } = await openTestDesk()
    const administrator = await as('administrator')
    const before = await desk.query(listStaff, {}, administrator)
    const typed = { email: 'Mei@Example.org', humanRef: 'A-9', role: 'agent', password: 'three long words' }
    const { staffId } = await addStaff.run(desk, typed, administrator)
    await desk.command(changeRole, { staffId, role: 'supervisor' }, administrator)
    const after = await desk.query(listStaff, {}, administrator)
    expect(after.graceHours).toBe(24)
    expect(after.deciders).toBe(before.deciders)
    expect(after.staff.find((one) => one.staffId === staffId)).toMatchObject({
      email: 'mei@example.org', role: 'supervisor', decidesFrom: clock.now() + 24 * hour, isMe: false,
    })
    expect(after.staff.filter((one) => one.isMe).map((one) => one.role)).toEqual(['administrator'])
  })

  it('judges a form as the command does', () => {
    const typed = { email: 'no address', humanRef: 'A 1', role: 'boss', password: 'short' }
    const result = addStaffForm.safeParse(typed)
    expect(['email', 'humanRef', 'role', 'password'].map((field) => formFault(result, field))).toEqual([
      'email', 'invalid', 'choose', 'password_short',
    ])
  })
})

describe('the clients page', () => {
  it('never shows a key again after it was made', async () => {
    const { desk, as } = await openTestDesk()
    const administrator = await as('administrator')
    const { apiKey, clientId } = await desk.command(addClient, { name: 'Enrolment', scopes: ['gate'] }, administrator)
    const view = await desk.query(listClients, {}, administrator)
    expect(view.clients).toMatchObject([{ clientId, name: 'Enrolment', scopes: ['gate'], revokedAt: null }])
    expect(JSON.stringify(view)).not.toContain(apiKey.slice(clientId.length + 1))
  })
})

describe('the settings page', () => {
  it('refuses just outside the bounds of every setting, in the form with the same sentence as the command', async () => {
    const { desk, as } = await openTestDesk()
    const administrator = await as('administrator')
    for (const key of settingKeys) {
      const definition: SettingDefinition = settingDefinitions[key]
      const wrong = 'min' in definition ? [String(definition.min - 1), String(definition.max + 1), 'seven'] : ['perhaps']
      for (const value of wrong) {
        const refused = await desk.command(setSetting, { key, value }, administrator).then(
          () => null,
          (fault: AppError) => fault.fields.value,
        )
        expect(refused, `${key} ${value}`).toEqual(expect.any(String))
        expect(formFault(setSettingForm.safeParse({ key, value }), 'value'), `${key} ${value}`).toBe(refused)
      }
    }
  })
})

describe('the systems page', () => {
  it('leads from a system that is missing, through one that is not checked, to one that is ready', async () => {
    const { desk, directory, as } = await openTestDesk()
    const administrator = await as('administrator')
    const systemsLine = async () =>
      (await desk.query(viewSetUp, { mail: false }, administrator)).checks.find((check) => check.name === 'systems')
    expect(await systemsLine()).toMatchObject({ ok: false, detail: { key: 'systems_missing' } })

    const file = join(directory, 'data', 'systems', 'shop.db')
    new Database(file).exec(shopSql).close()
    const typed = connectSystemForm.parse({
      name: 'shop', role: 'own', url: `file:${file}`, dataset: shopDataset, policy: shopPolicy,
    })
    await connectSystem.run(desk, typed, administrator)
    expect(await systemsLine()).toMatchObject({ ok: false, detail: { key: 'systems_unchecked', params: { count: 1 } } })

    const found = await checkSystem.run(desk, { name: 'shop' }, administrator)
    const { systems } = await desk.query(listSystems, {}, administrator)
    expect(systems.map((system) => system.name)).toEqual(['rightsdesk', 'shop'])
    expect(systems[1]).toMatchObject({ where: 'shop.db', lastCheck: found })
    expect(await systemsLine()).toMatchObject(
      found.ok ? { ok: true, detail: { key: 'systems_ok' } } : { ok: false, detail: { key: 'systems_unchecked' } },
    )
  })

  it('says at the address what is wrong with it, and puts nothing on file', async () => {
    const { desk, directory, as } = await openTestDesk()
    const administrator = await as('administrator')
    const outside = join(directory, 'shop.db')
    new Database(outside).exec(shopSql).close()
    const typed = { name: 'shop', role: 'own', url: `file:${outside}`, dataset: shopDataset, policy: '' }
    await expect(connectSystem.run(desk, typed, administrator)).rejects.toMatchObject({
      code: 'invalid_input', fields: { url: 'system_not_allowed' },
    })
    expect((await desk.query(listSystems, {}, administrator)).systems).toHaveLength(1)
  })
})

describe('the set-up list', () => {
  it('speaks of mail only where somebody could look', async () => {
    const { desk, as } = await openTestDesk()
    const administrator = await as('administrator')
    const named = async (input: object) => (await desk.query(viewSetUp, input, administrator)).checks.filter((check) => check.name === 'mail')
    expect(await named({})).toEqual([])
    expect(await named({ mail: false })).toMatchObject([{ ok: false, detail: { key: 'mail_missing' } }])
    expect(await named({ mail: true })).toMatchObject([{ ok: true, detail: { key: 'mail_ok' } }])
  })
})
