import { expect, test } from '@playwright/test'
import { askForDeletion, lookUp, verifyByCode } from './support/call.ts'
import { approve } from './support/decide.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'

test('a hold on one system for a lawsuit: what lies there stays, the rest is erased and certified so, and once it is lifted the rest goes too', async ({ browser }) => {
  test.setTimeout(240_000)
  const person = someoneWho('own_apart', 7)
  const agent = await pageAs(browser, 'agent')
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)
  const spoken = `${code.slice(0, 4)} ${code.slice(4, 8)}`

  // A lawsuit is pending: what the wallet holds is evidence. The code is typed as it was said, blanks and all.
  const holder = await pageAs(browser, 'supervisor', 1)
  const me = await whoAmI(holder)
  await holder.goto('/holds')
  await holder.getByRole('button', { name: /Place a hold…/ }).click()
  const placing = holder.getByRole('dialog')
  await placing.getByLabel('Case code').fill(`${spoken} ${code.slice(8)}`)
  await placing.getByRole('radio', { name: 'Named systems only' }).check()
  await placing.getByLabel('Basis').fill('Court of Haidian, 2018-114')
  await placing.getByLabel('Review on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10))
  await placing.getByRole('button', { name: 'Place the hold' }).click()
  await expect(placing, 'no basis is chosen for anybody').toContainText('Please choose one.')
  await placing.getByLabel('What it rests on').selectOption('A lawsuit')
  await placing.getByRole('button', { name: 'Place the hold' }).click()
  await expect(placing.getByRole('group', { name: 'Which systems' }), 'and no system').toContainText('Please choose one.')
  await placing.getByRole('checkbox', { name: 'wallet' }).check()
  await placing.getByRole('button', { name: 'Place the hold' }).click()
  await expect(placing).toBeHidden()
  const row = holder.getByRole('table', { name: 'Legal holds that stand' }).getByRole('row').filter({ hasText: spoken })
  await expect(row).toContainText(`placed by ${me}`)
  await expect(row, 'what was typed is not on a page that nobody asked for').not.toContainText('Haidian')

  // The systems are asked again, and what is decided on is what the hold leaves.
  await expect(async () => {
    await holder.reload()
    await expect(row).toContainText('what lies in wallet stays, the rest goes', { timeout: 2_000 })
  }).toPass({ timeout: 40_000 })
  await holder.goto(`/approvals/${code}`)
  await expect(holder.getByRole('button', { name: /Approve…/ }), 'who placed a hold does not decide').toBeDisabled()
  const decider = await pageAs(browser, 'supervisor', 2)
  await decider.goto(`/approvals/${code}`)
  await expect(decider.getByRole('row').filter({ hasText: 'wallet' }).first()).toContainText(/legal hold/i)
  await approve(decider, code)

  await decider.goto(`/cases/${code}`)
  await expect(decider.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 90_000 })
  await expect(decider.getByText('Everything is gone but what is listed here')).toBeVisible()
  await expect(decider.getByRole('listitem').filter({ hasText: 'wallet.' }).first()).toContainText(/legal hold/i)

  // The lawsuit is over.
  await holder.goto('/holds')
  await expect(row).toContainText('erased but for wallet, which goes once this is lifted')
  await row.getByRole('button', { name: 'Lift…' }).click()
  const lifting = holder.getByRole('dialog', { name: 'Lift this hold?' })
  await lifting.getByLabel('Reason').fill('The court has closed its file.')
  await lifting.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(lifting).toBeHidden()
  await expect(row).toBeHidden()
  await expect(holder.getByRole('region', { name: 'Lifted lately' })).toContainText(`wallet · lifted by ${me}`)
  await decider.goto(`/cases/${code}`)
  await expect(async () => {
    await decider.reload()
    await expect(decider.getByText('Everything is gone.')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })

  const auditor = await pageAs(browser, 'auditor')
  // By what was done: the case has more entries than one page of the log shows.
  const entries = async (what: string) => (await logSays(auditor, { case: code, what })).toReversed()
  const place = (row: string | undefined) => Number((row ?? '').split('\t')[0]?.replaceAll(',', ''))
  const [submitted, placed, approved, certified, lifted] = [
    await entries('request.submitted'), await entries('hold.placed'), await entries('request.approved'),
    await entries('certificate.issued'), await entries('hold.lifted'),
  ]
  expect(certified, 'once for what went, once for the rest').toHaveLength(2)
  const order = [submitted[0], placed[0], approved.at(-1), certified[0], lifted[0], certified[1]].map(place)
  expect(order.every((number) => number > 0), order.join(' ')).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  for (const row of [placed[0], lifted[0]]) expect(row).toContain(me)
  expect([...placed, ...lifted].join('\n')).not.toContain('Haidian')
  for (const page of [agent, holder, decider, auditor]) await page.context().close()
})
