import { expect, type Browser, type Page } from '@playwright/test'

/** Sends a link to the e-mail on file of who calls; answers where it leads, as the demo's outbox says. */
export async function linkByMail(page: Page): Promise<string> {
  const way = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Code to the e-mail on file', exact: true }) })
  await way.getByRole('button', { name: 'Send a link' }).click()
  const outbox = way.getByRole('link', { name: 'Demo outbox: open the link' })
  await expect(outbox).toBeVisible()
  return (await outbox.getAttribute('href')) ?? ''
}

/** The page of whoever has the link in their mail: a browser that knows nobody. */
export async function readerAt(browser: Browser, page: Page, link: string): Promise<Page> {
  const reader = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage()
  const answer = await reader.goto(link)
  expect(answer?.status()).toBe(200)
  return reader
}

/** Takes a letter in that names somebody by their e-mail; answers its case code. */
export async function letterFrom(page: Page, email: string, wish: string): Promise<string> {
  await page.goto('/intake')
  await page.getByRole('radio', { name: 'Letter' }).check()
  await page.getByLabel('What it says the person is known by').fill(email)
  await page.getByRole('radio', { name: wish }).check()
  await page.getByLabel('Of what').selectOption({ label: 'Credit scoring' })
  await page.getByLabel('The language they read').selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Take it in' }).click()
  const card = page.getByRole('region', { name: 'Taken in.' })
  const href = await card.locator('a[href^="/cases/"]').getAttribute('href')
  return (href ?? '').slice('/cases/'.length)
}

/** Asks whoever a case is about by a link; answers where it leads. */
export async function askByLink(page: Page, code: string): Promise<string> {
  await page.goto(`/cases/${code}`)
  await page.getByRole('button', { name: 'Ask them by a link…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send the link' }).click()
  const outbox = page.getByRole('link', { name: 'Demo outbox: open the link' })
  await expect(outbox).toBeVisible()
  return (await outbox.getAttribute('href')) ?? ''
}
