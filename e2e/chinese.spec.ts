import { expect, test, type Page } from '@playwright/test'
import auth from '#messages/zh-CN/auth.json' with { type: 'json' }
import consent from '#messages/zh-CN/consent.json' with { type: 'json' }
import desk from '#messages/zh-CN/desk.json' with { type: 'json' }
import audit from '#messages/zh-CN/audit.json' with { type: 'json' }
import { codeShown } from './support/call.ts'
import { demo, type Role } from './support/demo.ts'
import { someoneWho } from './support/people.ts'

/** Two words of another language in a row; codes are capitals, names of keys single words. */
const latin = /[A-Za-z][a-z]{2,}[ ,]+[A-Za-z]*[a-z]{2,}/

test('in Chinese throughout: somebody enrolled by a ticked box is set free, and the log says so', async ({ browser }) => {
  const person = someoneWho('forced', 3)
  const signedIn = async (role: Role) => {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    const member = demo().sign_ins.find((one) => one.role === role)
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await page.getByLabel(auth.email, { exact: true }).fill(member?.email ?? '')
    await page.getByLabel(auth.password, { exact: true }).fill(member?.password ?? '')
    await page.getByRole('button', { name: auth.submit, exact: true }).click()
    await expect(page).not.toHaveURL(/sign-in/)
    return page
  }
  const isChinese = async (page: Page, where: 'main' | 'dialog' = 'main') => {
    // What is said to a caller, and a notice as it was shown, stand in their own languages and are marked so.
    const said = await page.getByRole(where).evaluate((main) => {
      const copy = main.cloneNode(true) as HTMLElement
      for (const other of copy.querySelectorAll('[lang]:not([lang^=zh])')) other.remove()
      return copy.textContent
    })
    expect(said).toMatch(/\p{Script=Han}{4,}/u)
    expect(said).not.toMatch(latin)
  }

  const agent = await signedIn('agent')
  const verdict = agent.getByRole('heading', { level: 1 })
  await expect(verdict).toHaveText(desk.idle.title)
  await isChinese(agent)
  await agent.getByLabel(desk.idle.field).fill(person.phone)
  await agent.getByLabel(desk.idle.field).press('Enter')
  await expect(verdict).toHaveText(desk.locked.title_code_phone)
  await isChinese(agent)
  await agent.getByRole('button', { name: desk.way.send }).first().click()
  const outbox = agent.getByText(desk.way.demo.replace('{code}', ''))
  await agent.getByLabel(desk.way.code).fill(/\d{6}/.exec((await outbox.textContent()) ?? '')?.[0] ?? '')
  await expect(agent.getByRole('heading', { name: consent.happened.title })).toBeVisible()
  await expect(verdict).toContainText('因默认勾选的选项被加入')
  await isChinese(agent)
  await expect(agent.getByRole('main'), 'the service by its Chinese name').toContainText('信用评分')
  const submit = agent.getByRole('button', { name: desk.now.submit_void_enrolment })
  await agent.getByRole('button', { name: desk.now.compare }).click()
  await expect(agent.getByRole('dialog', { name: desk.now.compareTitle })).toContainText('您加入信用评分一事视为从未发生。')
  await isChinese(agent, 'dialog')
  await agent.keyboard.press('Escape')
  await submit.click()
  const numbers = agent.getByRole('dialog', { name: desk.numbers.title })
  const field = numbers.getByLabel(desk.numbers.confirm)
  await expect(field).toBeFocused()
  await isChinese(agent, 'dialog')
  await field.fill((await codeShown(numbers)).slice(-5))
  await numbers.getByRole('button', { name: desk.now.submit_void_enrolment }).click()
  await expect(agent.getByText(desk.submitted.title).first()).toBeVisible()
  await isChinese(agent)
  const href = await agent.locator('a[href^="/cases/"]').last().getAttribute('href')
  const code = (href ?? '').slice('/cases/'.length, '/cases/'.length + 9)
  await agent.keyboard.press('w')
  await agent.getByRole('radio', { name: desk.wrapUp.request_opened }).check()
  await agent.getByRole('dialog').getByRole('button', { name: desk.wrapUp.done }).click()
  await expect(verdict).toHaveText(desk.idle.title)

  await agent.goto(`/cases/${code}`)
  await expect(agent.getByText('已完成').first()).toBeVisible({ timeout: 60_000 })
  await isChinese(agent)

  const auditor = await signedIn('auditor')
  await auditor.goto(`/log?case=${code}`)
  await expect(auditor.getByRole('main')).toContainText(audit.consent.invalidated)
  await isChinese(auditor)
  for (const page of [agent, auditor]) await page.context().close()
})
