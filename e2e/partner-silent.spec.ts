import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from '@playwright/test'
import { lookUp, setFree, verifyByCode } from './support/call.ts'
import { deskOfItsOwn, fewPeople, type DeskOfItsOwn } from './support/desk-of-its-own.ts'
import { whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { canariesOf, someoneWho, type Known } from './support/people.ts'

const day = 86_400_000

const dataset = `dataset:
  - fides_key: scorehouse
    name: What a partner worked out
    collections:
      - name: report
        fields:
          - { name: report_id, fides_meta: { primary_key: true } }
          - { name: account_ref, data_categories: [user.account], fides_meta: { identity: account_id } }
          - { name: says, data_categories: [user.financial] }
`
const policy = `version: scorehouse-1
rules:
  - match: { collection: report }
    service: credit_scoring
    origin: derived
    erase: row
`

/** A partner that works for the operator and holds a report about somebody; answers where its rows lie. */
function connectPartner(desk: DeskOfItsOwn, { external_id }: Known): string {
  const file = join(desk.dataFolder, 'systems', 'scorehouse.db')
  const scorehouse = new Sqlite(file)
  scorehouse.exec('CREATE TABLE report (report_id INTEGER PRIMARY KEY, account_ref TEXT, says TEXT)')
  scorehouse.exec('CREATE INDEX report_account ON report (account_ref)')
  scorehouse.prepare('INSERT INTO report (account_ref, says) VALUES (?, ?)').run(external_id, 'pays late')
  scorehouse.close()
  const described = { dataset: join(desk.dataFolder, 'scorehouse.yml'), policy: join(desk.dataFolder, 'scorehouse-policy.yml') }
  writeFileSync(described.dataset, dataset)
  writeFileSync(described.policy, policy)
  const added = desk.command(
    'system', 'add', 'scorehouse', '--role', 'processor', '--dataset', described.dataset, '--policy', described.policy,
    '--url', `file:${file}`,
  )
  expect(added, 'the partner is connected').toBe(0)
  return file
}

test('a partner that goes silent: after three days it needs a person, two of them settle it by hand, and only the partner itself ends it', async ({ browser }) => {
  test.setTimeout(300_000)
  const desk = await deskOfItsOwn()
  try {
    const person = someoneWho('forced', 1, fewPeople)
    const file = connectPartner(desk, person)
    // It can be read and takes no change: whatever it is told, nothing is done.
    const stuck = new Sqlite(file)
    stuck.exec('BEGIN IMMEDIATE')
    const agent = await desk.pageAs(browser, 'agent')
    await lookUp(agent, person.phone)
    await verifyByCode(agent)
    const code = await setFree(agent)
    const spaced = `${code.slice(0, 4)} ${code.slice(4, 8)}`

    const first = await desk.pageAs(browser, 'supervisor', 0)
    await first.goto('/partners')
    const partner = first.getByRole('region', { name: 'scorehouse' })
    await expect(async () => {
      await first.reload()
      await expect(partner.getByRole('row').filter({ hasText: spaced })).toContainText('does not answer', { timeout: 2_000 })
    }).toPass({ timeout: 60_000 })

    // Three days of asking again later a person has to look.
    desk.later(4 * day)
    const supervisor = await desk.pageAs(browser, 'supervisor', 0)
    const me = await whoAmI(supervisor)
    await supervisor.goto(`/cases/${code}`)
    await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('scorehouse', { timeout: 90_000 })
    const section = supervisor.getByRole('listitem').filter({ has: supervisor.getByRole('button', { name: 'Done by hand…' }) })
    await expect(section).toContainText('scorehouse')
    await section.getByRole('button', { name: 'Done by hand…' }).click()
    const dialog = supervisor.getByRole('dialog', { name: 'scorehouse was erased by hand' })
    await dialog.getByLabel('Reference of what shows it').fill('SH-2026-88')
    await dialog.getByRole('button', { name: 'Put it before a second person' }).click()
    await expect(section).toContainText(`${me} says it was erased by hand`)
    await expect(section.getByRole('button', { name: 'I confirm it' }), 'not the one who said so').toHaveCount(0)

    // A second person says so too; but the partner is asked, and it still holds the row.
    const colleague = await desk.pageAs(browser, 'supervisor', 1)
    const other = await whoAmI(colleague)
    await colleague.goto(`/cases/${code}`)
    await colleague.getByRole('button', { name: 'I confirm it' }).click()
    await expect(colleague.getByRole('heading', { level: 1 })).toContainText('still held one row when asked again', { timeout: 60_000 })

    // Now somebody there takes the row out, and the same two say so again.
    stuck.exec('ROLLBACK')
    expect(stuck.prepare('DELETE FROM report').run().changes).toBe(1)
    stuck.close()
    await supervisor.reload()
    await section.getByRole('button', { name: 'Done by hand…' }).click()
    await dialog.getByLabel('Reference of what shows it').fill('SH-2026-91')
    await dialog.getByRole('button', { name: 'Put it before a second person' }).click()
    await expect(section).toContainText(`${me} says it was erased by hand`)
    await colleague.reload()
    await colleague.getByRole('button', { name: 'I confirm it' }).click()
    await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })
    await expect(colleague.getByText(`by hand: ${me}, confirmed by ${other} · SH-2026-91`)).toBeVisible()

    const auditor = await desk.pageAs(browser, 'auditor')
    const said = (await logSays(auditor, { case: code })).toReversed()
    const at = (text: string) => said.findIndex((row) => row.includes(text))
    expect(said.filter((row) => row.includes('by hand') && row.includes(me)), said.join(' | ')).toHaveLength(2)
    expect(said.filter((row) => row.includes('by hand') && row.includes(other))).toHaveLength(2)
    expect(at('Erasing in a system failed')).toBeGreaterThanOrEqual(0)
    expect(at('Certificate issued')).toBeGreaterThan(said.findLastIndex((row) => row.includes('by hand')))
    for (const { name, value } of canariesOf(person)) expect(said.join('\n'), name).not.toContain(value)
  } finally {
    await desk.end()
  }
})
