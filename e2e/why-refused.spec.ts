import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessibleInBoth } from './support/accessibility.ts'
import { lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { pageAs } from './support/demo.ts'
import { deskCommand, deskFolder } from './support/desk-command.ts'
import { logSays } from './support/log.ts'
import { importPerson, someoneErased, someoneWho } from './support/people.ts'

test('“why was I refused?”: the number of the decision is answered to whom it is about, in words, and to nobody else', async ({ browser, request }) => {
  // Whoever was erased came back with another phone and account, and the enrolment service asked the gate.
  const erased = someoneErased('mixed')
  const back = { ...erased, external_id: 'back-again-1', phone: '+8613900000091', email: 'back.again@example.org' }
  importPerson(back, join(deskFolder(), 'back-again.csv'))
  const { said } = deskCommand('client', 'add', 'enrolment of the walk', '--scopes', 'gate', '--json')
  const { api_key: key } = JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as { api_key: string }
  const answer = await request.post('/api/v1/eligibility', {
    headers: { authorization: `Bearer ${key}` },
    data: { service: 'credit_scoring', identifiers: [{ type: 'national_id', value: back.national_id, country: 'CN' }] },
  })
  const { eligible, decision_id: decisionId } = (await answer.json()) as { eligible: boolean; decision_id: string }
  expect(eligible).toBe(false)

  const agent = await pageAs(browser, 'agent', 0)
  const field = agent.getByLabel('The decision’s id, as they read it')
  const find = agent.getByRole('button', { name: 'Find out' })
  await lookUp(agent, someoneWho('own_apart', 9).phone)
  await expect(field, 'not before the caller is verified').toHaveCount(0)
  await verifyByCode(agent)
  await field.fill(decisionId)
  await find.click()
  await expect(agent.getByText('No refusal of this person has this id.')).toBeVisible()
  await wrapUp(agent, 'A question was answered')

  await lookUp(agent, back.phone)
  await verifyByCode(agent)
  await field.fill(decisionId.toLowerCase().replace(/(.{5})/g, '$1 '))
  await find.click()
  await expect(agent.getByText(/they may not enrol in Credit scoring again since/)).toBeVisible()
  await agent.getByRole('button', { name: 'They object' }).click()
  await expectAccessibleInBoth(agent)
  await agent.getByLabel('What they say, in their words').fill('I never asked for that deletion.')
  await agent.getByRole('button', { name: 'Submit the objection' }).click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')
  await agent.goto(`/cases/${code}`)
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Waits for a supervisor to decide')

  const auditor = await pageAs(browser, 'auditor')
  const asked = await logSays(auditor, { what: 'decision.looked_up' })
  expect(asked).toHaveLength(2)
  const ofCase = await logSays(auditor, { case: code })
  expect(ofCase.some((row) => row.includes('Request submitted')), ofCase.join(' | ')).toBe(true)
  for (const value of [decisionId, back.phone, back.email, back.national_id]) expect([...asked, ...ofCase].join('\n')).not.toContain(value)
  for (const page of [agent, auditor]) await page.context().close()
})
