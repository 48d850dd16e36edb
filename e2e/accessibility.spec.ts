import { expect, test } from '@playwright/test'
import { expectAccessible, expectAccessibleInBoth, expectAccessibleThroughout, showTheme, themes } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { someoneWho } from './support/people.ts'
import { enter, roomsByRole } from './support/rooms.ts'
import { writtenTo } from './support/ways.ts'

// They share nothing but the demo: whichever desk is free takes the next one.
test.describe.configure({ mode: 'parallel' })

for (const [role, paths] of roomsByRole) {
  test(`axe finds nothing in the rooms of the ${role}, in both languages and themes`, async ({ browser }) => {
    // Looking closely takes its time, and some have many rooms.
    test.setTimeout(60_000 + paths.length * 20_000)
    const page = await pageAs(browser, role)
    for (const path of paths) {
      await enter(page, path)
      await expectAccessibleThroughout(page)
    }
    await page.context().close()
  })
}

test('axe finds nothing in any state of a call, in both languages and themes', async ({ browser }) => {
  test.setTimeout(180_000)
  const page = await pageAs(browser, 'agent')
  const check = async (state: string) => test.step(state, () => expectAccessibleThroughout(page))
  await page.goto('/desk?phone=%2B8613912345678&call_id=tel-2')
  await expect(page.getByText('Incoming call').first()).toBeVisible()
  await check('an incoming call')
  await page.getByRole('button', { name: 'Not this caller' }).click()
  await page.getByLabel('Phone, e-mail, national id, account or case code').fill('138 0013 80')
  await expect(page.getByText('digits missing').first()).toBeVisible()
  await check('what is typed is read')

  await lookUp(page, someoneWho('own_apart', 13).phone)
  await check('locked')
  await page.keyboard.press('v')
  await expect(page.getByText(/Demo outbox: \d{6}/)).toBeVisible()
  await page.getByLabel('The six digits that the caller reads').fill('000000')
  await expect(page.getByText(/tries left/)).toContainText('2')
  await check('a wrong code')
  const outbox = await page.getByText(/Demo outbox: \d{6}/).textContent()
  await page.getByLabel('The six digits that the caller reads').fill(/\d{6}/.exec(outbox ?? '')?.[0] ?? '')
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await check('verified, with a deletion to tell')
  for (const [opens, state] of [['What do I lose?', 'what they lose'], [/^Note/, 'a note'], [/Wrap up/, 'the wrap-up'], ['Reveal', 'a reveal']] as const) {
    await page.getByRole('button', { name: opens }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check(state)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const [keys, state] of [['Control+k', 'the palette'], ['?', 'all keys']] as const) {
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await check(state)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: /De-register from Credit scoring/ }).click()
  await page.getByRole('button', { name: 'De-register…' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await check('the numbers')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await page.getByRole('radio', { name: 'Understood it' }).check()
  await page.getByRole('button', { name: /Ask for the deletion/ }).click()
  await saidCaseCode(page)
  await check('submitted')
  await wrapUp(page, 'A request was opened')
  await page.context().close()
})

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

test('axe finds nothing on what somebody reads who was told in writing, in both languages and themes, nor on a link that leads nowhere', async ({ browser }) => {
  const page = await pageAs(browser, 'agent')
  await lookUp(page, someoneWho('own_apart', 45).phone)
  await verifyByCode(page)
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await page.getByRole('radio', { name: /Would rather read it first/ }).check()
  await page.getByRole('button', { name: /Ask for the deletion/ }).click()
  await saidCaseCode(page)
  const link = await writtenTo(page)
  await wrapUp(page, 'A request was opened')
  const reader = await (await browser.newContext()).newPage()
  for (const address of [`${link}?in=en`, `${link}?in=zh-CN`, `/told/${'0'.repeat(32)}`]) {
    await reader.goto(address)
    await expectAccessibleInBoth(reader)
  }
  await reader.context().close()
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
  const { pathname, search, hash } = new URL(page.url())
  expect(pathname + search + hash).not.toContain('139')
  await expect(page.getByText('Incoming call').first()).toBeVisible()
  const head = await page.context().request.head('/desk')
  expect(head.status()).toBe(405)
  await page.context().close()
})
