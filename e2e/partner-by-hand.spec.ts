import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from '@playwright/test'
import { walletFile } from '#server/demo/wallet.ts'
import { deskFolder } from './support/desk-command.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { openCaseFromQueue } from './support/queue.ts'

/** What somebody at the operator's does by hand: takes out the score that a nightly run had put back. */
function removeScoreByHand(): number {
  const wallet = new Sqlite(walletFile(join(deskFolder(), 'data', 'systems')))
  try {
    return wallet.prepare("DELETE FROM credit_score WHERE worked_out_on = '2018-01-31'").run().changes
  } finally {
    wallet.close()
  }
}

test('a system that brought data back is cleared by hand, and counts once a second person and the system itself say so', async ({ browser }) => {
  const supervisor = await pageAs(browser, 'supervisor', 0)
  const me = await whoAmI(supervisor)
  const code = await openCaseFromQueue(supervisor, 'needs a person')
  await expect(supervisor.getByRole('heading', { level: 1 })).toContainText('still held one row when asked again')
  const section = supervisor.getByRole('listitem').filter({ has: supervisor.getByRole('button', { name: 'Done by hand…' }) })
  await section.getByRole('button', { name: 'Done by hand…' }).click()
  const dialog = supervisor.getByRole('dialog', { name: 'wallet was erased by hand' })
  await dialog.getByRole('button', { name: 'Put it before a second person' }).click()
  await expect(dialog.getByText('at least three', { exact: false })).toBeVisible()
  await dialog.getByLabel('Reference of what shows it').fill('TICKET 2018-114')
  await dialog.getByRole('button', { name: 'Put it before a second person' }).click()
  await expect(dialog).toBeHidden()
  await expect(section).toContainText(`${me} says it was erased by hand`)
  await expect(section.getByRole('button', { name: 'I confirm it' }), 'not the one who said so').toHaveCount(0)

  const colleague = await pageAs(browser, 'supervisor', 1)
  const other = await whoAmI(colleague)
  expect(removeScoreByHand(), 'the row is there until somebody takes it out').toBe(1)
  expect(await openCaseFromQueue(colleague, 'needs a person')).toBe(code)
  await colleague.getByRole('button', { name: 'I confirm it' }).click()
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Complete', { timeout: 60_000 })
  await expect(colleague.getByText(`by hand: ${me}, confirmed by ${other} · TICKET 2018-114`)).toBeVisible()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  const byHand = said.filter((row) => row.includes('by hand'))
  expect(byHand).toHaveLength(2)
  expect(byHand.some((row) => row.includes(me)) && byHand.some((row) => row.includes(other))).toBe(true)
  expect(said.some((row) => row.includes('Certificate'))).toBe(true)
  for (const page of [supervisor, colleague, auditor]) await page.context().close()
})
