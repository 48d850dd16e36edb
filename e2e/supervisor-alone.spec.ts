import { expect, test, type Page } from '@playwright/test'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

/** Gives somebody another role, as an administrator does on the page of the staff. */
async function giveRole(admin: Page, human: string, role: 'Agent' | 'Supervisor') {
  await admin.goto('/settings/staff')
  await admin.getByRole('row').filter({ hasText: human }).getByRole('button', { name: /Change role/ }).click()
  const changing = admin.getByRole('dialog', { name: `Change the role of ${human}` })
  const wanted = changing.getByRole('radio', { name: new RegExp(`^${role}`) })
  if (await wanted.isDisabled()) return
  await wanted.check()
  await changing.getByRole('button', { name: 'Change the role' }).click()
  await expect(changing).toBeHidden()
}

/** Sets for how long a new right to decide waits. */
async function waitFor(admin: Page, hours: string) {
  await admin.goto('/settings/values')
  await admin.getByRole('row').filter({ hasText: 'Who newly got the right to decide' }).getByRole('button').click()
  const setting = admin.getByRole('dialog')
  await setting.getByLabel('Hours').fill(hours)
  await setting.getByRole('button', { name: 'Change', exact: true }).click()
  await expect(setting).toBeHidden()
}

const decideBar = (page: Page) => page.getByRole('region', { name: 'Decide', exact: true })

test('a supervisor alone on shift can not decide a case of their own: the screen names who can, and a deputy named beforehand decides at once', async ({ browser }) => {
  test.setTimeout(240_000)
  const admin = await pageAs(browser, 'administrator')
  const alone = await pageAs(browser, 'supervisor', 0)
  const me = await whoAmI(alone)
  const away: string[] = []
  for (const nth of [1, 2]) {
    const page = await pageAs(browser, 'supervisor', nth)
    away.push(await whoAmI(page))
    await page.context().close()
  }
  const [wang = '', zhao = ''] = away

  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, someoneWho('own_apart', 24).phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)

  // The supervisor has stopped it under a hold and let it go on: from then on it is theirs.
  await alone.goto(`/approvals/${code}`)
  await decideBar(alone).getByRole('button', { name: /Hold…/ }).click()
  const holding = alone.getByRole('dialog')
  await holding.getByRole('radio', { name: 'Everything of this person' }).check()
  await holding.getByLabel('What it rests on').selectOption('An order of a court')
  await holding.getByLabel('Basis').fill('Court of Haidian, 2018-115')
  await holding.getByLabel('Review on').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10))
  await holding.getByRole('button', { name: 'Place the hold' }).click()
  await expect(holding).toBeHidden()
  await alone.goto(`/cases/${code}`)
  await alone.getByRole('region', { name: 'Legal holds' }).getByRole('button', { name: 'Lift…' }).click()
  const lifting = alone.getByRole('dialog', { name: 'Lift this hold?' })
  await lifting.getByLabel('Reason').fill('The court has closed its file.')
  await lifting.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(lifting).toBeHidden()

  // While others could, the screen names one of them.
  await alone.goto(`/approvals/${code}`)
  await expect(decideBar(alone)).toContainText('You took part in this case.')
  await expect(decideBar(alone)).toContainText(new RegExp(`(${wang}|${zhao}) can\\.`))
  await expect(decideBar(alone).getByRole('button', { name: /Approve…/ })).toBeDisabled()

  try {
    // Both others go for good; a new right to decide waits a day, as it does outside a demo.
    await waitFor(admin, '24')
    await giveRole(admin, wang, 'Agent')
    await giveRole(admin, zhao, 'Agent')
    await alone.reload()
    await expect(decideBar(alone)).toContainText('Nobody else can at this moment')

    // One of them comes back and has to wait; the deputy was named days ago, and by somebody else.
    await giveRole(admin, wang, 'Supervisor')
    await alone.reload()
    await expect(decideBar(alone)).toContainText(new RegExp(`${wang} can from .+ on\\.`))
    await alone.goto('/approvals')
    const deputies = alone.getByRole('region', { name: 'Deputies' })
    await expect(deputies).toContainText(`named by ${me}`)
    await expect(deputies).toContainText('counts now')
    const deputy = (await deputies.getByRole('listitem').first().innerText()).split('\n')[0] ?? ''
    await giveRole(admin, deputy, 'Supervisor')
    await alone.goto(`/approvals/${code}`)
    await expect(decideBar(alone)).toContainText(`${deputy} can.`)

    const waits = await pageAs(browser, 'supervisor', 1)
    await waits.goto(`/approvals/${code}`)
    await expect(decideBar(waits)).toContainText(/You may decide from/)
    await expect(decideBar(waits)).toContainText(`${deputy} can.`)
    await expect(decideBar(waits).getByRole('button', { name: /Approve…/ })).toBeDisabled()

    const standsIn = await pageAs(browser, 'agent', 1)
    expect(await whoAmI(standsIn)).toBe(deputy)
    await standsIn.goto(`/approvals/${code}`)
    await approve(standsIn, code)

    const auditor = await pageAs(browser, 'auditor')
    const said = await logSays(auditor, { case: code })
    expect(said.filter((row) => row.includes('Approved') && row.includes(deputy))).toHaveLength(1)
    expect(said.some((row) => row.includes('Approved') && row.includes(me))).toBe(false)
    const [named] = await logSays(auditor, { what: 'staff.deputy_named' })
    expect(named).toContain(me)
    const changes = await logSays(auditor, { what: 'staff.role_changed' })
    expect(changes.length).toBeGreaterThanOrEqual(4)
    for (const page of [waits, standsIn, auditor]) await page.context().close()
    await giveRole(admin, deputy, 'Agent')
  } finally {
    await waitFor(admin, '0')
    await giveRole(admin, wang, 'Agent')
    for (const human of away) await giveRole(admin, human, 'Supervisor')
  }
  for (const page of [admin, alone, agent]) await page.context().close()
})
