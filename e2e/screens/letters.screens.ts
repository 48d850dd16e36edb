import { expect, type Page } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from '../support/call.ts'
import { pageAs } from '../support/demo.ts'
import { coupleOnOnePhone, someoneWho } from '../support/people.ts'
import { eachDialog, walk } from './picture.ts'

walk('letters', async (browser, picture) => {
  const page = await pageAs(browser, 'agent', 2)
  await page.goto('/intake')
  await picture('intake', page)
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByText('Please choose one.').first()).toBeVisible()
  await picture('intake-unfinished', page)
  const code = await takeIn(page, '+86 139 0000 0043')
  await picture('intake-taken', page)
  await page.goto('/intake')
  await takeIn(page, coupleOnOnePhone(2)[0].phone)
  await expect(page.getByText(/More than one person fits/)).toBeVisible()
  await picture('intake-several', page)
  await page.goto(`/cases/${code}`)
  await picture('case-of-nobody', page)
  await eachDialog(page, picture, [['Say who it is…', 'case-name'], ['Answer: nothing found…', 'case-no-data']])
  await page.goto('/ineligibility')
  await picture('marks-agent', page)

  let isCut = false
  await page.route('**/desk', (route) => (isCut && route.request().method() === 'POST' ? route.abort() : route.continue()))
  await lookUp(page, someoneWho('own_apart', 77).phone)
  const elsewhere = await pageAs(browser, 'agent', 2)
  await expect(elsewhere.getByRole('button', { name: 'Take it up again' })).toBeVisible()
  await picture('desk-unfinished', elsewhere)
  await elsewhere.context().close()
  isCut = true
  await page.keyboard.press('v')
  await expect(page.getByRole('status').filter({ hasText: 'The desk does not answer.' })).toHaveCount(1)
  await picture('desk-not-reached', page)
  isCut = false
  await verifyByCode(page)
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await page.getByRole('radio', { name: /^Could not be told/ }).check()
  await page.getByRole('button', { name: /Ask for the deletion/ }).click()
  const parked = await saidCaseCode(page)
  await wrapUp(page, 'A request was opened')
  await page.goto(`/cases/${parked}`)
  await eachDialog(page, picture, [['Call them back…', 'call-back']])
  await page.context().close()
})

/** A letter that asks for everything to be deleted; answers the code of its case. */
async function takeIn(page: Page, query: string): Promise<string> {
  await page.getByRole('radio', { name: 'Letter' }).check()
  await page.getByLabel('What it says the person is known by').fill(query)
  await page.getByRole('radio', { name: 'Delete the data' }).check()
  await page.getByLabel('Of what').selectOption({ label: 'The whole account' })
  await page.getByLabel('Where whoever wrote can be answered').fill('somebody@example.org')
  await page.getByLabel('The language they read').selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Take it in' }).click()
  const card = page.getByRole('region', { name: 'Taken in.' })
  await expect(card).toBeVisible()
  return ((await card.locator('a[href^="/cases/"]').getAttribute('href')) ?? '').slice('/cases/'.length)
}
