import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, type Page } from '@playwright/test'
import { pageAs, signInWith, whoAmI } from './support/demo.ts'
import { deskFolder } from './support/desk-command.ts'
import { logSays } from './support/log.ts'

const run = Date.now()
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })

test('an administrator lets somebody in, gives them another role and shuts them out, each from their very next click on', async ({ browser }) => {
  const admin = await pageAs(browser, 'administrator')
  const me = await whoAmI(admin)
  const [email, number, password] = [`xu.lan.${run}@desk.example`, `xu.lan.${run}`, 'five green kettles sing']
  await admin.goto('/settings/staff')
  await admin.getByRole('button', { name: /Add a person/ }).click()
  const adding = admin.getByRole('dialog', { name: 'Add a person' })
  await adding.getByLabel('E-mail').fill(email)
  await adding.getByLabel('Personnel number').fill(number)
  await adding.getByLabel('Role').selectOption('agent')
  await adding.getByLabel('First password').fill('too short')
  await adding.getByRole('button', { name: 'Add this person' }).click()
  await expect(adding).toContainText('At least 12 characters.')
  await adding.getByLabel('First password').fill(password)
  await adding.getByRole('button', { name: 'Add this person' }).click()
  await expect(adding).toBeHidden()
  await expect(rowOf(admin, number)).toContainText('Agent')

  const theirs = await (await browser.newContext()).newPage()
  await signInWith(theirs, email, password)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Who is calling?')

  await rowOf(admin, number).getByRole('button', { name: /Change role/ }).click()
  const changing = admin.getByRole('dialog', { name: `Change the role of ${number}` })
  await expect(changing.getByRole('radio', { name: /^Agent/ })).toBeDisabled()
  await changing.getByRole('radio', { name: 'Auditor' }).check()
  await changing.getByRole('button', { name: 'Change the role' }).click()
  await expect(changing).toBeHidden()

  // Their screen is still an agent's; what it sends is an auditor's.
  const field = theirs.getByLabel('Phone, e-mail, national id, account or case code')
  await field.fill('+86 199 0000 0000')
  await field.press('Enter')
  await expect(theirs.getByText('Your role does not do this.')).toBeVisible()
  await theirs.reload()
  await expect(theirs).toHaveURL(/\/log$/)

  await rowOf(admin, number).getByRole('button', { name: /Disable/ }).click()
  await admin.getByRole('dialog', { name: `Disable ${number}?` }).getByRole('button', { name: 'Disable', exact: true }).click()
  await expect(rowOf(admin, number)).toContainText('disabled')
  await theirs.getByRole('button', { name: /Export…/ }).click()
  const exporting = theirs.getByRole('dialog')
  const today = new Date().toISOString().slice(0, 10)
  await exporting.getByLabel('From').fill(today)
  await exporting.getByLabel('To').fill(today)
  await exporting.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(exporting).toContainText('Your session has ended.')
  await theirs.reload()
  await expect(theirs).toHaveURL(/\/sign-in\?ended=%2Flog$/)
  await signInWith(theirs, email, password)
  await expect(theirs.getByText('E-mail or password is not right, or this account is not active.')).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  for (const what of ['staff.added', 'staff.role_changed', 'staff.disabled']) {
    const [newest] = await logSays(auditor, { what })
    expect(newest, what).toContain(me)
  }
  const refused = await logSays(auditor, { what: 'command.denied', outcome: 'denied' })
  expect(refused.some((row) => row.includes(number)), 'what their old screen sent').toBe(true)
  for (const page of [admin, theirs, auditor]) await page.context().close()
})

test('an API client gets its key once, is let in by it, and is refused from the moment it is revoked', async ({ browser, request }) => {
  const admin = await pageAs(browser, 'administrator')
  const name = `enrolment ${run}`
  await admin.goto('/settings/clients')
  await admin.getByRole('button', { name: /Add a client/ }).first().click()
  const adding = admin.getByRole('dialog', { name: 'Add a client' })
  await adding.getByLabel('Name').fill(name)
  await adding.getByRole('button', { name: 'Add and show the key' }).click()
  await expect(adding).toContainText('Choose at least one scope.')
  await adding.getByRole('checkbox', { name: /ask the gate/ }).check()
  await adding.getByRole('button', { name: 'Add and show the key' }).click()
  const shown = admin.getByRole('dialog', { name: `The key of ${name}` })
  const key = await shown.getByLabel('API key', { exact: true }).inputValue()
  await admin.keyboard.press('Escape')
  await expect(shown).toContainText('Once this is closed nobody can show the key again.')
  const ask = (authorization: string) =>
    request.post('/api/v1/eligibility', {
      headers: { authorization },
      data: { service: 'credit_scoring', identifiers: [{ type: 'phone', value: '+8619900000000' }] },
    })
  const answer = await ask(`Bearer ${key}`)
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ eligible: true })
  expect((await ask(`Bearer ${key.slice(0, -1)}`)).status()).toBe(401)

  await shown.getByRole('button', { name: 'I have stored it, close' }).click()
  await expect(shown).toBeHidden()
  await admin.reload()
  await expect(rowOf(admin, name)).toBeVisible()
  expect(await admin.content()).not.toContain(key.slice(-20))

  await rowOf(admin, name).getByRole('button', { name: /Revoke/ }).click()
  await admin.getByRole('dialog', { name: `Revoke ${name}?` }).getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(rowOf(admin, name)).toContainText('revoked')
  expect((await ask(`Bearer ${key}`)).status()).toBe(401)

  const auditor = await pageAs(browser, 'auditor')
  for (const what of ['client.added', 'client.revoked']) {
    expect((await logSays(auditor, { what }))[0], what).toContain(await whoAmI(admin))
  }
  for (const page of [admin, auditor]) await page.context().close()
})

/** Rows by table of the demo's connected system. */
function rowsOfWallet(): Record<string, number> {
  const wallet = new Sqlite(join(deskFolder(), 'data', 'systems', 'wallet.db'), { readonly: true })
  try {
    const tables = wallet.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
    return Object.fromEntries(tables.map((table) => [table, wallet.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]))
  } finally {
    wallet.close()
  }
}

test('a system is tried on an invented person, and nobody’s rows are touched by it', async ({ browser }) => {
  const admin = await pageAs(browser, 'administrator')
  const before = rowsOfWallet()
  expect(before['customer']).toBeGreaterThan(1_000)
  await admin.goto('/settings/systems')
  const wallet = admin.getByRole('region', { name: 'wallet' })
  await wallet.getByRole('button', { name: /^Check/ }).click()
  await expect(admin.getByText('wallet: an erasure would work.')).toBeVisible()
  const would = wallet.getByRole('table', { name: 'What an erasure did to the invented person' })
  await expect(would.getByRole('row').filter({ hasText: 'customer' }).first()).toBeVisible()
  expect(rowsOfWallet()).toEqual(before)

  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { what: 'system.checked' }))[0]).toContain(await whoAmI(admin))
  for (const page of [admin, auditor]) await page.context().close()
})

test('a setting takes only what it can be, counts from then on, and says who changed it', async ({ browser }) => {
  const admin = await pageAs(browser, 'administrator')
  await admin.goto('/settings/values')
  const row = rowOf(admin, 'park_tries')
  const before = /(\d+) times|once/.exec(await row.innerText())
  const next = before?.[1] === '5' ? '4' : '5'
  const change = async (to: string, said: RegExp | null) => {
    await row.getByRole('button', { name: /Change/ }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('How often').fill(to)
    await dialog.getByRole('button', { name: 'Change', exact: true }).click()
    if (said === null) return expect(dialog).toBeHidden()
    await expect(dialog).toContainText(said)
    await expect(dialog.getByLabel('How often'), 'what was typed stays').toHaveValue(to)
    return dialog.getByRole('button', { name: 'Cancel' }).click()
  }
  await change('three', /Please give a whole number/)
  await change('1000000', /too/)
  await expect(row).toContainText(before?.[0] ?? '')
  await change(next, null)
  await expect(row).toContainText(`${next} times`)
  const me = await whoAmI(admin)
  await expect(row).toContainText(`${me}, `)

  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, { what: 'setting.changed' }))[0]).toContain(me)
  for (const page of [admin, auditor]) await page.context().close()
})
