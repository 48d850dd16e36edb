import { expect, test } from '@playwright/test'
import { lookUp, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { wayNamed } from './support/ways.ts'

const lostPhone = 'Phone lost, or not theirs any more'
const codeToPhone = 'Code to the phone on file'

test('a phone is reported lost that is not: whoever holds it is told, says “that was not me”, and the claim opens nothing', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 38)
  // A stranger with a forged paper: the phone is lost, and they can be reached elsewhere from now on.
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await wayNamed(agent, lostPhone).getByRole('button', { name: 'Report it lost…' }).click()
  const form = agent.getByRole('dialog')
  await form.getByRole('radio').first().check()
  await form.getByLabel('Reference of the document, as shown elsewhere').fill('BR-2026-00733')
  await form.getByLabel('Where the caller can be reached now').fill('stranger@example.cn')
  await form.getByRole('button', { name: 'Report it lost' }).click()
  await expect(form).toBeHidden()
  await wrapUp(agent, 'The caller could not be verified')
  const reporter = await whoAmI(agent)

  // The paper is good enough for the supervisor who looks it up.
  const checker = await pageAs(browser, 'supervisor', 0)
  const claim = (page: typeof checker) =>
    page.getByRole('list', { name: 'Claims to check' }).getByRole('listitem').filter({ hasText: 'Contact on file lost' })
  await checker.goto('/checks')
  await expect(claim(checker)).toContainText('The old contact may object until')
  await claim(checker).getByRole('button', { name: 'Open' }).click()
  await expect(claim(checker).getByText('BR-2026-00733')).toBeVisible()
  await claim(checker).getByRole('button', { name: 'It is there and fits' }).click()
  await expect(claim(checker)).toHaveCount(0)

  // The person still has their phone, and was told there. They call, and can give no more than answers: it proves
  // nothing while it is looked into.
  const second = await pageAs(browser, 'agent', 1)
  await lookUp(second, person.phone)
  await expect(wayNamed(second, codeToPhone)).toContainText('Reported lost: level 1 at most')
  const lost = wayNamed(second, lostPhone)
  const notMe = lost.getByRole('button', { name: 'They say: that was not me' })
  await expect(notMe, 'not for anybody who is on the line').toBeDisabled()
  await expect(lost).toContainText('Opens at level 1.')
  await wayNamed(second, 'Answers from what is on file').getByRole('button', { name: 'Answered right' }).click()
  await notMe.click()
  await expect(second.getByText('Stopped. A supervisor answers it.')).toBeVisible()
  await expect(lost).toContainText('Somebody said “that was not me”. A supervisor answers first.')
  await expect(lost.getByRole('button')).toHaveCount(0)
  await expect(second.getByRole('heading', { name: 'What happened' })).toBeHidden()
  await wrapUp(second, 'The caller could not be verified')

  // The stranger calls the first agent again: there is no code for them, now or after the 72 hours.
  await lookUp(agent, person.phone)
  await expect(wayNamed(agent, lostPhone)).toContainText('Somebody said “that was not me”. A supervisor answers first.')
  await expect(wayNamed(agent, lostPhone).getByRole('button')).toHaveCount(0)
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeHidden()
  await wrapUp(agent, 'The caller could not be verified')

  // Whoever checked it does not answer; somebody else does, and says what becomes of the phone.
  await checker.goto('/checks')
  await expect(claim(checker)).toContainText('“That was not me”')
  await expect(claim(checker)).toContainText('You checked this claim.')
  await expect(claim(checker).getByRole('button')).toHaveCount(0)
  const other = await pageAs(browser, 'supervisor', 1)
  await other.goto('/checks')
  await expect(claim(other)).toContainText(`noted by ${reporter}`)
  await expect(claim(other)).toContainText('Objected to on')
  await claim(other).getByRole('button', { name: 'Open' }).click()
  await expect(claim(other)).toContainText('The claim has ended and opens nothing.')
  await expect(claim(other)).toContainText('If the contact counts again, this report is taken back')
  await claim(other).getByRole('button', { name: 'The contact counts again' }).click()
  await expect(claim(other)).toHaveCount(0)

  // From now on the phone proves again who holds it.
  await lookUp(second, person.phone)
  await expect(wayNamed(second, codeToPhone)).not.toContainText('Reported lost')
  await verifyByCode(second)
  await expect(second.getByRole('region', { name: 'This call', exact: true })).toContainText('code to the phone on file')
  await wrapUp(second, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const checkers = [reporter, await whoAmI(checker), await whoAmI(second), await whoAmI(other)]
  const steps = ['contact_reported_lost', 'document_checked', 'objected', 'objection_settled']
  for (const [n, step] of steps.entries()) {
    const [newest = ''] = await logSays(auditor, { what: `verification.${step}` })
    expect(newest, step).toContain(checkers[n])
    expect(newest, 'nothing that was typed').not.toMatch(/BR-2026|stranger/)
  }
  const all = (await logSays(auditor, {})).toReversed()
  const at = (text: string) => all.findLastIndex((row) => row.includes(text))
  const order = ['Contact reported lost', 'Document checked by reference', '“That was not me” said to a claim', 'Objection to a claim answered'].map(at)
  expect(order.every((place) => place >= 0), all.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const page of [agent, checker, second, other, auditor]) await page.context().close()
})
