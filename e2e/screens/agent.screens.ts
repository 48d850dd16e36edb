import { expect, type Page } from '@playwright/test'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from '../support/call.ts'
import { numberOf, pageAs } from '../support/demo.ts'
import { someoneErased, twoAccountsOfOne } from '../support/people.ts'
import { nameGuardian } from '../support/ways.ts'
import { walk } from './picture.ts'

const field = 'Phone, e-mail, national id, account or case code'

walk('agent', async (browser, picture) => {
  const page = await pageAs(browser, 'agent')
  const forced = numberOf('enrolled by the ticked box')
  const own = numberOf('joined by an own choice')

  await page.goto('/desk')
  await picture('desk-idle', page)
  await page.goto('/desk?phone=%2B8613912345678&call_id=tel-1')
  await expect(page.getByText('Incoming call').first()).toBeVisible()
  await picture('desk-incoming', page)
  await page.getByRole('button', { name: 'Not this caller' }).click()
  await expect(page.getByText('Incoming call')).toHaveCount(0)
  await page.getByLabel(field).fill('138 0013 80')
  await picture('desk-typed', page)

  await look(page, '+86 139 0000 0001')
  await picture('desk-nobody', page)
  const erased = someoneErased('mixed')
  await page.getByLabel('Phone or e-mail that they state').fill(erased.phone)
  await page.getByRole('button', { name: 'Send a code there' }).click()
  await expect(page.getByText(/Demo outbox: \d{6}/)).toBeVisible()
  await picture('desk-stated', page)
  await typeCode(page)
  await page.getByLabel('Number of the identity document').fill(erased.national_id)
  await page.getByLabel('Where it is on record that the document was seen').fill('Branch 12, visit 40')
  await picture('desk-document', page)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('They may not enrol again')
  await picture('desk-erased', page)
  await page.getByRole('button', { name: /Correct the mark/ }).click()
  await picture('desk-erased-asks', page)
  await wrapUp(page, 'A question was answered')
  await look(page, numberOf('one phone, two people'))
  await picture('desk-several', page)
  await page.getByRole('button', { name: /Wrap up/ }).first().click()
  await picture('wrap-up', page)
  await page.keyboard.press('Escape')
  await wrapUp(page, 'The caller could not be verified')

  await lookUp(page, forced)
  await picture('desk-locked', page)
  for (const [button, name] of [
    ['Report it lost…', 'desk-lost'], ['Name them…', 'desk-representative'], ['Called back…', 'desk-called-back'],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await picture(name, page)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Answered right' }).click()
  await page.getByRole('button', { name: '“That was not me”…' }).click()
  await picture('desk-not-me', page)
  await page.keyboard.press('Escape')
  await nameGuardian(page)
  await picture('desk-claims', page)
  await page.getByRole('button', { name: /Send the code/ }).first().click()
  await expect(page.getByText(/Demo outbox: \d{6}/)).toBeVisible()
  await picture('desk-code', page)
  await page.getByLabel('The six digits that the caller reads').fill('000000')
  await expect(page.getByText(/2 tries left|4 tries left/)).toBeVisible()
  await picture('desk-code-wrong', page)
  await enterCode(page)
  await picture('desk', page)
  await page.getByRole('button', { name: 'What do I lose?' }).click()
  await picture('desk-compare', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Reveal' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('desk-reveal', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Void the enrolment/ }).click()
  const voided = await saidCaseCode(page)
  await picture('desk-submitted', page)
  await page.getByRole('button', { name: /^Note/ }).click()
  await picture('desk-note', page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Hand over/ }).click()
  await picture('hand-over', page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await picture('palette', page)
  await page.keyboard.press('Escape')
  await wrapUp(page, 'A request was opened')

  const [first, second] = twoAccountsOfOne()
  await lookUp(page, first.phone)
  await verifyByCode(page)
  await page.getByRole('button', { name: 'The caller has another account…' }).click()
  await page.getByLabel('What their other account is known by').fill(second.phone)
  await picture('desk-accounts', page)
  await page.getByLabel('What their other account is known by').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Verify the caller first')
  await verifyByCode(page)
  await page.getByRole('button', { name: /Delete the whole account/ }).click()
  await picture('desk-both', page)
  await wrapUp(page, 'A question was answered')

  await lookUp(page, own)
  await verifyByCode(page)
  await page.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await picture('desk-deletion', page)
  await page.getByRole('radio', { name: 'Understood it' }).check()
  await picture('desk-deletion-told', page)
  await page.getByRole('button', { name: /Ask for the deletion/ }).click()
  const waiting = await saidCaseCode(page)
  await picture('desk-deletion-submitted', page)
  await wrapUp(page, 'A request was opened')

  await page.goto('/cases')
  await picture('cases', page)
  await page.goto(`/cases/${voided}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })
  await picture('case-void', page)
  await page.goto(`/cases/${waiting}`)
  await picture('case-waiting', page)
  // Only with the person on the line, and verified, is a case taken back.
  await lookUp(page, waiting)
  await verifyByCode(page)
  await page.goto(`/cases/${waiting}`)
  await page.getByRole('button', { name: 'The person changed their mind…' }).click()
  await picture('case-cancel', page)
  await page.goto('/log')
  await picture('not-yours', page)
  await page.goto('/cases/AAAAAAAAA')
  await picture('case-unknown', page)
  await page.context().close()
})

async function look(page: Page, what: string): Promise<void> {
  await page.getByLabel(field).fill(what)
  await page.getByLabel(field).press('Enter')
  await expect(page.getByText('What you may say now').first()).toBeVisible()
}

async function typeCode(page: Page): Promise<void> {
  const code = /\d{6}/.exec((await page.getByText(/Demo outbox: \d{6}/).textContent()) ?? '')?.[0] ?? ''
  await page.getByLabel('The six digits that the caller reads').fill(code)
}

async function enterCode(page: Page): Promise<void> {
  await typeCode(page)
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
}
