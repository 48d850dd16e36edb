import { expect, test } from '@playwright/test'
import { roomScreens } from './screens/names.ts'
import { expectAccessibleInBoth, languages } from './support/accessibility.ts'
import { pageAs } from './support/demo.ts'
import { fits } from './support/fits.ts'
import { roomsByRole } from './support/rooms.ts'

// They share nothing but the demo: whichever desk is free takes the next one.
test.describe.configure({ mode: 'parallel' })

// Every screen that has a picture is looked at in every language and theme where it is reached: e2e/screens.
test('every room that the navigation leads to is one of the screens that are looked at', () => {
  const rooms = roomsByRole.flatMap(([role, paths]) => paths.map((path) => `${role} ${path}`))
  expect(Object.values(roomScreens).toSorted()).toEqual(rooms.toSorted())
})

test('axe finds nothing on a room that is still being fetched, in both languages and themes', async ({ browser }) => {
  const page = await pageAs(browser, 'supervisor')
  const address = new URL('/approvals', page.url()).href
  for (const { locale } of languages) {
    await page.context().addCookies([{ name: 'rd_locale', value: locale, url: address }])
    const stream = await (await page.request.get(address)).text()
    // What the server sends first, without the scripts that put the room in its place.
    const first = stream.replaceAll(/<script\b.*?<\/script>/gs, '')
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: first }))
    await page.goto(address)
    await expect(page.locator('[role=status] .sr-only').first()).toHaveText(locale === 'en' ? 'Loading' : /\p{Script=Han}/u)
    // The heading is the room's own, and comes with it.
    await expectAccessibleInBoth(page, ['page-has-heading-one'])
    await fits(page, `a room that is still being fetched (${locale})`)
    await page.unroute(address)
  }
  await page.context().close()
})

test('a room of another role says that it is not theirs, and shows nothing of it', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await page.goto('/log')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('main').getByRole('link', { name: 'To the start' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await page.context().close()
})

test('a case code that was misheard leads to a page that says so, inside the frame', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await page.goto('/cases/AAAAAAAAA')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address.')
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
  await page.context().close()
})

test('the desk speaks Chinese to an agent who asks for it', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await page.context().addCookies([{ name: 'rd_locale', value: 'zh-CN', url: page.url() }])
  await page.goto('/desk')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[\u4e00-\u9fff]/)
  await page.context().close()
})

test('a person’s number stays out of the address bar, and a HEAD of a personal page is refused', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await page.goto('/desk?phone=%2B8613912345678&call_id=tel-1')
  const { pathname, search, hash } = new URL(page.url())
  expect(pathname + search + hash).not.toContain('139')
  await expect(page.getByText('Incoming call').first()).toBeVisible()
  const head = await page.context().request.head('/desk')
  expect(head.status()).toBe(405)
  await page.context().close()
})
