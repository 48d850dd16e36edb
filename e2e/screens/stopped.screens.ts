import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { askForDeletion, lookUp, verifyByCode } from '../support/call.ts'
import { deskOfItsOwn, fewPeople, type DeskOfItsOwn } from '../support/desk-of-its-own.ts'
import { someoneErased, someoneIn } from '../support/people.ts'
import { openCaseFromQueue, openFromQueue, queueOf } from '../support/queue.ts'
import { eachDialog, walk, type TakePicture } from './picture.ts'

walk('stopped', async (browser, picture) => {
  // A desk of its own: the demo has one case of some of these, and walks about them bring it to its end.
  const desk = await deskOfItsOwn()
  try {
    await pastWhatStopped(desk, browser, picture)
  } finally {
    await desk.end()
  }
})

async function pastWhatStopped(desk: DeskOfItsOwn, browser: Browser, picture: TakePicture): Promise<void> {
  const agent = await desk.pageAs(browser, 'agent')
  // Under the law of the Union there is more time for what is complex; under China's there is none.
  await lookUp(agent, someoneIn('FR', 'own_2016', 0, fewPeople).phone)
  await verifyByCode(agent)
  const european = await askForDeletion(agent)
  await agent.context().close()

  const page = await desk.pageAs(browser, 'supervisor', 1)
  await page.goto(`/approvals/${european}`)
  await eachDialog(page, picture, [[/^Extend…/, 'decision-extend']])
  await openFromQueue(page, 'Objection')
  await picture('objection', page)
  await eachDialog(page, picture, [[/^Answer…/, 'objection-answer']])
  await page.goto('/approvals')
  await eachDialog(page, picture, [['Name a deputy…', 'deputy-name'], ['End…', 'deputy-end']])

  await openMine(page, /disputed/)
  await picture('case-disputed', page)
  await eachDialog(page, picture, [['Resolve it…', 'dispute-resolve']])
  await openCaseFromQueue(page, 'needs a person')
  await picture('case-attention', page)
  await eachDialog(page, picture, [['Done by hand…', 'attention-by-hand'], ['Keep what is there…', 'attention-keep']])
  await page.goto('/approvals')
  await queueOf(page).filter({ hasText: 'on hold' }).first().getByRole('button').click()
  await expect(page).toHaveURL(/\/[0-9A-Z]{9}$/)
  await page.goto(`/cases/${page.url().slice(-9)}`)
  await picture('case-held', page)
  await page.goto('/holds')
  await eachDialog(page, picture, [['Lift…', 'hold-lift'], ['Review…', 'hold-review']])
  await page.goto('/ineligibility')
  await eachDialog(page, picture, [['Review…', 'mark-review'], ['A mistake…', 'mark-mistake']])

  sendAgain(desk)
  await page.goto('/reviews')
  await eachDialog(page, picture, [['Settle…', 'review-settle']])
  await page.goto('/partners')
  await picture('partners', page)
  await eachDialog(page, picture, [['Letter…', 'partner-letter'], ['Contact…', 'partner-contact']])

  await page.goto(`/cases/${european}`)
  await page.route('**/live', (route) => route.fulfill({ status: 503 }))
  await expect(page.getByRole('status', { name: 'How fresh this page is' })).toContainText('Stale since')
  await picture('case-stale', page)
  await page.unroute('**/live')
  await whileBroken(desk, european, async () => {
    await page.goto(`/cases/${european}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown.')
    await picture('trouble', page)
  })
  await page.context().close()
}

/** Opens a case that stands still and is this reader's to move. */
async function openMine(page: Page, says: RegExp): Promise<void> {
  await page.goto('/approvals')
  await queueOf(page).filter({ hasText: says }).filter({ hasNotText: 'not yours' }).first().getByRole('button').click()
  await expect(page).toHaveURL(/\/cases\/[0-9A-Z]{9}$/)
}

/** The account system sends somebody who was erased: it is refused, and becomes work for a supervisor. */
function sendAgain(desk: DeskOfItsOwn): void {
  const file = join(desk.dataFolder, 'sent-again.csv')
  const { external_id, phone } = someoneErased('own_2016')
  writeFileSync(file, `external_id,phone\n${external_id},${phone}\n`)
  expect(desk.command('import', 'people', file), 'refused').toBe(1)
}

/** What the desk has of a case can not be read for a while, as after a disk went bad. */
async function whileBroken(desk: DeskOfItsOwn, code: string, during: () => Promise<void>): Promise<void> {
  const database = new Sqlite(join(desk.dataFolder, 'rightsdesk.db'))
  const of = database.prepare<[string], { body: string }>('SELECT body FROM request WHERE case_code = ?').get(code)
  const put = database.prepare('UPDATE request SET body = ? WHERE case_code = ?')
  try {
    put.run('{', code)
    await during()
  } finally {
    put.run(of?.body, code)
    database.close()
  }
}
