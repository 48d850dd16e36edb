import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { approve } from './support/decide.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { deskCommand } from './support/desk-command.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho } from './support/people.ts'
import { enter } from './support/rooms.ts'

test('a mark without a deletion: one supervisor asks, another decides, and from then on the gate says no', async ({ browser, request }) => {
  test.setTimeout(120_000)
  const person = someoneWho('own_apart', 42)
  const { said: client } = deskCommand('client', 'add', 'enrolment of the marks', '--scopes', 'gate', '--json')
  const { api_key: key } = JSON.parse(client.trim().split('\n').at(-1) ?? '{}') as { api_key: string }
  const mayEnrol = async () => {
    const answer = await request.post('/api/v1/eligibility', {
      headers: { authorization: `Bearer ${key}` },
      data: { service: 'credit_scoring', identifiers: [{ type: 'national_id', value: person.national_id, country: 'CN' }] },
    })
    return ((await answer.json()) as { eligible: boolean }).eligible
  }
  expect(await mayEnrol()).toBe(true)

  const asks = await pageAs(browser, 'supervisor', 0)
  const [me, other] = [await whoAmI(asks), await pageAs(browser, 'supervisor', 1)]
  await asks.goto('/ineligibility')
  await expect(asks.getByRole('heading', { level: 1 })).toContainText('stand')
  await asks.getByRole('button', { name: /Ask for a mark…/ }).click()
  const asking = asks.getByRole('dialog', { name: 'Ask for a mark without a deletion' })
  await asking.getByRole('button', { name: 'Ask for it' }).click()
  await expect(asking.getByText('Please choose one.'), 'no service is chosen for anybody').toBeVisible()
  await asking.getByLabel('The person').fill('+86 199 0000 0000')
  await asking.getByLabel('Service').selectOption({ label: 'Credit scoring' })
  await asking.getByLabel('Why').fill('Order of the court of Haidian, 2018-116')
  await asking.getByRole('button', { name: 'Ask for it' }).click()
  await expect(asking.getByText('This person is not known.')).toBeVisible()
  await asking.getByLabel('The person').fill(person.phone)
  await asking.getByRole('button', { name: 'Ask for it' }).click()
  await expect(asking).toBeHidden()
  const toast = asks.getByText(/Asked for as .+\. Another supervisor decides\./)
  const spoken = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec((await toast.textContent()) ?? '')?.[0] ?? ''
  const code = spoken.replaceAll(' ', '')

  // Who asked does not decide, and the page says who can.
  const asked = asks.getByRole('region', { name: 'Asked for' }).getByRole('listitem').filter({ hasText: spoken })
  await expect(asked).toContainText(`asked for by ${me}`)
  await expect(asked).toContainText('You opened this case.')
  await expectAccessibleInBoth(asks)
  await asks.goto(`/approvals/${code}`)
  await expect(asks.getByRole('button', { name: /Approve…/ })).toBeDisabled()
  expect(await mayEnrol(), 'asked for is not decided').toBe(true)

  await other.goto('/ineligibility')
  const waiting = other.getByRole('region', { name: 'Asked for' }).getByRole('listitem').filter({ hasText: spoken })
  await waiting.getByRole('link').click()
  await expect(other).toHaveURL(new RegExp(`/approvals/${code}$`))
  await expect(other.getByText('Order of the court of Haidian, 2018-116')).toBeVisible()
  await expectAccessibleInBoth(other)
  await approve(other, code)
  await other.goto(`/cases/${code}`)
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Complete since', { timeout: 60_000 })
  expect(await mayEnrol()).toBe(false)

  // It stands, by its case and its dates and by nothing of the person.
  await other.goto('/ineligibility')
  const mark = other.getByRole('table', { name: 'Marks that stand' }).getByRole('row').filter({ hasText: spoken })
  await expect(mark).toContainText('Credit scoring')
  await expect(mark).toContainText('no end')
  const shown = await other.getByRole('main').innerText()
  expect(canariesOf(person).filter(({ value }) => shown.includes(value)).map(({ name }) => name)).toEqual([])

  const auditor = await pageAs(browser, 'auditor')
  const decider = await whoAmI(other)
  const said = (await logSays(auditor, { case: code })).toReversed()
  const at = (text: string, who: string) => said.findIndex((row) => row.includes(text) && row.includes(who))
  const order = [at('Person looked up', me), at('Request opened', me), at('Request submitted', me), at('Approved', decider), at('Marked', '')]
  expect(order.every((place) => place >= 0), said.join(' | ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(said.filter((row) => /Erased/.test(row)), 'nothing was erased').toEqual([])
  const refused = await logSays(auditor, { what: 'gate.refused' })
  expect(refused.length).toBeGreaterThan(0)
  const all = [...said, ...refused].join('\n')
  for (const { name, value } of canariesOf(person)) expect(all, name).not.toContain(value)
  expect(all).not.toContain('Haidian')
  for (const page of [asks, other, auditor]) await page.context().close()
})

test('whoever was enrolled without asking is not marked, whoever asks for it', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 2)
  const me = await whoAmI(supervisor)
  await enter(supervisor, '/ineligibility')
  await supervisor.keyboard.press('m')
  const asking = supervisor.getByRole('dialog', { name: 'Ask for a mark without a deletion' })
  await asking.getByLabel('The person').fill(someoneWho('forced', 42).national_id)
  await asking.getByLabel('Service').selectOption({ label: 'Credit scoring' })
  await asking.getByLabel('Why').fill('They should stay out.')
  await asking.getByRole('button', { name: 'Ask for it' }).click()
  await expect(asking).toBeHidden()
  const toast = supervisor.getByText(/: this person may not be marked\./)
  const code = /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]/.exec((await toast.textContent()) ?? '')?.[0].replaceAll(' ', '') ?? ''
  await supervisor.goto(`/cases/${code}`)
  await expect(supervisor.getByText('Rejected:')).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.some((row) => row.includes('Request opened') && row.includes(me)), said.join(' | ')).toBe(true)
  expect(said.some((row) => row.includes('Rejected'))).toBe(true)
  expect(said.some((row) => row.includes('Marked'))).toBe(false)
  for (const page of [supervisor, auditor]) await page.context().close()
})
