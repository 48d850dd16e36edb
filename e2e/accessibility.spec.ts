import { expect, test } from '@playwright/test'
import { expectAccessible, themes, showTheme } from './support/accessibility.ts'
import { pageAs, type Role } from './support/demo.ts'

/** Every room of this desk and who works in it. */
const rooms: Record<Role, readonly string[]> = {
  agent: ['/desk', '/intake', '/cases'],
  supervisor: ['/approvals', '/cases'],
  auditor: ['/log'],
  administrator: [
    '/settings', '/settings/staff', '/settings/clients', '/settings/systems', '/settings/notices', '/settings/messages',
    '/settings/scripts', '/settings/laws', '/settings/values', '/settings/keys', '/settings/jobs',
  ],
}

for (const [role, paths] of Object.entries(rooms) as [Role, readonly string[]][]) {
  test(`axe finds nothing in the rooms of the ${role}, in both themes`, async ({ browser }) => {
    // Looking closely takes its time, and some have many rooms.
    test.setTimeout(60_000 + paths.length * 20_000)
    const page = await pageAs(browser, role)
    for (const path of paths) {
      for (const theme of themes) {
        await showTheme(page, theme)
        await page.goto(path)
        await expect(page.getByRole('main')).toBeVisible()
        await expectAccessible(page)
      }
    }
    await page.context().close()
  })
}

test('axe finds nothing on an opened decision and on its case, in both themes', async ({ browser }) => {
  const page = await pageAs(browser, 'supervisor')
  await page.goto('/approvals')
  const first = page.getByRole('main').locator('li').first()
  await first.getByRole('link').or(first.getByRole('button')).first().click()
  await expect(page).toHaveURL(/approvals\/[0-9A-Z]{9}/)
  const code = page.url().slice(-9)
  for (const theme of themes) {
    await showTheme(page, theme)
    await page.goto(`/approvals/${code}`)
    await expectAccessible(page)
    await page.goto(`/cases/${code}`)
    await expectAccessible(page)
  }
  await page.context().close()
})

test('a room of another role says that it is not theirs, shows nothing of it, and axe finds nothing on that page', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  for (const theme of themes) {
    await showTheme(page, theme)
    await page.goto('/log')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')
    await expect(page.getByRole('table')).toHaveCount(0)
    await expectAccessible(page)
  }
  await page.getByRole('main').getByRole('link', { name: 'To the start' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Who is calling?')
  await page.context().close()
})

test('a case code that was misheard leads to a page that says so, inside the frame', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await page.goto('/cases/AAAAAAAAA')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address.')
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
  await expectAccessible(page)
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
  expect(page.url()).not.toContain('139')
  await expect(page.getByText('Incoming call').first()).toBeVisible()
  const head = await page.context().request.head('/desk')
  expect(head.status()).toBe(405)
  await page.context().close()
})
