import { expect, test } from '@playwright/test'
import { askForDeletion, lookUp, wrapUp } from './support/call.ts'
import { approve } from './support/decide.ts'
import { deskOfItsOwn, fewPeople } from './support/desk-of-its-own.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { codeAlong, wayNamed } from './support/ways.ts'

const hour = 3_600_000
const lostPhone = 'Phone lost, or not theirs any more'

test('a lost phone: checked by its reference, told to the old number, and only after 72 hours is the caller verified', async ({ browser }) => {
  test.setTimeout(300_000)
  const desk = await deskOfItsOwn()
  try {
    const person = someoneWho('own_apart', 0, fewPeople)
    // The caller has neither the phone on file nor a way into their e-mail. They showed their passport at a branch.
    const agent = await desk.pageAs(browser, 'agent')
    await lookUp(agent, person.phone)
    await expect(wayNamed(agent, lostPhone)).toContainText('The old contact may object for 72 hours')
    await wayNamed(agent, lostPhone).getByRole('button', { name: 'Report it lost…' }).click()
    const form = agent.getByRole('dialog')
    await form.getByRole('radio').first().check()
    // The passport's own number is not what is asked for.
    await form.getByLabel('Reference of the document, as shown elsewhere').fill('E12345678')
    await form.getByLabel('Where the caller can be reached now').fill('new.address@example.cn')
    await form.getByRole('button', { name: 'Report it lost' }).click()
    await expect(form.getByText(/Never the number of a document\.$/)).toBeVisible()
    await form.getByLabel('Reference of the document, as shown elsewhere').fill('BR-2026-00417')
    await form.getByRole('button', { name: 'Report it lost' }).click()
    await expect(form).toBeHidden()
    // From now on the old phone proves nothing, and nothing is open yet.
    await expect(wayNamed(agent, 'Code to the phone on file')).toContainText('Reported lost: level 1 at most')
    await expect(wayNamed(agent, lostPhone)).toContainText('Waits for a supervisor to look the document up.')
    await expect(agent.getByRole('heading', { name: 'What happened' })).toBeHidden()
    await wrapUp(agent, 'The caller could not be verified')

    // A supervisor looks it up in the branch's own book, and sees no more than a reference and a masked person.
    const checker = await desk.pageAs(browser, 'supervisor', 0)
    await checker.goto('/checks')
    await expect(checker.getByRole('heading', { level: 1 })).toHaveText('One claim of a caller waits to be checked.')
    expect(await checker.getByRole('main').innerText()).not.toMatch(/BR-2026/)
    await checker.getByRole('button', { name: 'Open' }).click()
    await expect(checker.getByText('BR-2026-00417')).toBeVisible()
    expect(await checker.getByRole('main').innerText()).not.toContain(person.phone.slice(-8))
    await checker.getByRole('button', { name: 'It is there and fits' }).click()
    await expect(checker.getByText('Nothing to check.')).toBeVisible()

    // A day later: the old number may still object.
    desk.later(24 * hour)
    const second = await desk.pageAs(browser, 'agent', 1)
    await lookUp(second, person.phone)
    await expect(wayNamed(second, lostPhone)).toContainText('The old contact may object until')
    await expect(wayNamed(second, lostPhone).getByRole('button', { name: /Send the code/ })).toBeHidden()
    await wrapUp(second, 'The caller could not be verified')

    // Nobody objected. The code goes to the contact that was stated then.
    desk.later(49 * hour)
    const third = await desk.pageAs(browser, 'agent', 1)
    await lookUp(third, person.phone)
    await expect(wayNamed(third, lostPhone)).toContainText('gives level 2')
    await codeAlong(third, wayNamed(third, lostPhone))
    await expect(third.getByRole('heading', { name: 'What happened' })).toBeVisible()
    await expect(third.getByRole('region', { name: 'This call', exact: true })).toContainText('document in a second channel, after the waiting time')
    const code = await askForDeletion(third)

    // Who checked does not decide; somebody else does, and sees what the caller was verified by.
    const same = await desk.pageAs(browser, 'supervisor', 0)
    await same.goto(`/approvals/${code}`)
    await expect(same.getByText('You took part in this case.').first()).toBeVisible()
    await expect(same.getByRole('button', { name: /^Approve…/ })).toBeDisabled()
    const other = await desk.pageAs(browser, 'supervisor', 1)
    await other.goto(`/approvals/${code}`)
    await expect(other.getByText('document in a second channel, after the waiting time')).toBeVisible()
    await approve(other, code)
    await other.goto(`/cases/${code}`)
    await expect(other.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })

    const auditor = await desk.pageAs(browser, 'auditor')
    // Each step once, by whom it was, and none says what was typed.
    for (const what of ['contact_reported_lost', 'check_viewed', 'document_checked']) {
      const rows = await logSays(auditor, { what: `verification.${what}` })
      expect(rows, what).toHaveLength(1)
      expect(rows.join()).not.toMatch(/BR-2026|new\.address/)
    }
    const said = (await logSays(auditor, { case: code })).toReversed()
    const at = (text: string) => said.findIndex((row) => row.includes(text))
    const order = [at('Request opened'), at('Request submitted'), at('Approved'), at('Completed')]
    expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  } finally {
    await desk.end()
  }
})
