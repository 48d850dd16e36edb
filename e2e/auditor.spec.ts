import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { expect, test } from '@playwright/test'
import { openZip } from '#server/log/zip-reader.ts'
import { findCanaries } from '#tests/support/canaries.ts'
import { watchBrowser } from './support/browser-watch.ts'
import { lookUp, wrapUp } from './support/call.ts'
import { pageAs, whoAmI } from './support/demo.ts'
import { deskCommand } from './support/desk-command.ts'
import { logSays } from './support/log.ts'
import { canariesOf, importPerson } from './support/people.ts'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)

const person = {
  external_id: 'KOLI-4407-AUDIT',
  name: '蜂鸟 Kolibrina Nektar',
  phone: '+8613877788206',
  email: 'kolibrina@nektar.example',
  national_id: '110105197202298523',
}

test('an auditor asks the log a question, opens a case with all its entries, and is shown no other room', async ({ browser }) => {
  const auditor = await pageAs(browser, 'auditor')
  await auditor.goto('/log')
  await auditor.getByLabel('What', { exact: true }).selectOption({ label: 'Certificate issued' })
  await auditor.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(auditor).toHaveURL(/\/log\?what=certificate\.issued$/)
  const table = auditor.getByRole('table', { name: 'Entries of the log' })
  const rows = table.locator('tbody tr')
  await expect(rows.filter({ hasNotText: 'Certificate issued' })).toHaveCount(0)
  expect(await rows.count()).toBeGreaterThan(0)

  // The whole case stands beside any one of its entries, oldest first, as the filter by case finds it.
  await table.getByRole('link', { name: /^Entry / }).last().click()
  const dossier = auditor.getByRole('region', { name: 'The whole case' }).getByRole('listitem')
  await expect(dossier.first()).toBeVisible()
  const told = await dossier.allInnerTexts()
  const link = auditor.getByRole('complementary').locator('a[href^="/cases/"]')
  const code = ((await link.getAttribute('href')) ?? '').slice('/cases/'.length)
  expect(told.findIndex((line) => line.includes('Request opened'))).toBe(0)
  expect(told.some((line) => line.includes('Certificate issued'))).toBe(true)
  const ofCase = await logSays(auditor, { case: code })
  expect(ofCase).toHaveLength(told.length)

  for (const [room, forbidden] of [['/approvals', 'Cases to decide'], ['/settings/staff', 'First password'], ['/settings/clients', 'Add a client']] as const) {
    await auditor.goto(room)
    await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('This is not yours to open.')
    await expect(auditor.getByText(forbidden)).toHaveCount(0)
  }
  await auditor.goto('/desk')
  await expect(auditor).toHaveURL(/\/log$/)

  const me = await whoAmI(auditor)
  // Each room that was tried is on record, under the auditor's own number.
  const denied = await logSays(auditor, { outcome: 'denied', what: 'query.denied' })
  expect(denied.filter((row) => row.includes(me)).length).toBeGreaterThanOrEqual(3)
  await auditor.context().close()
})

test('an auditor takes a period along, and anybody can verify it without the desk', async ({ browser, request }, info) => {
  // Somebody was looked up today, and a client whose name a spreadsheet would compute read their consents.
  importPerson(person, info.outputPath('people.csv'))
  const name = `-2-3 ${Date.now()}`
  const added = deskCommand('client', 'add', '--scopes', 'consents.read', '--json', '--', name)
  const { api_key: key } = JSON.parse(added.said) as { api_key: string }
  const read = await request.get(`/api/v1/subjects/${person.external_id}/consents`, { headers: { authorization: `Bearer ${key}` } })
  expect(read.status()).toBe(200)
  const agent = await pageAs(browser, 'agent')
  const agentWatch = await watchBrowser(agent.context())
  await lookUp(agent, person.phone)
  await wrapUp(agent, 'The caller could not be verified')
  expect(await agentWatch.find(canariesOf(person))).toEqual([])
  await agent.context().close()

  const auditor = await pageAs(browser, 'auditor')
  const auditorWatch = await watchBrowser(auditor.context())
  await auditor.goto('/log')
  await expect(auditor.getByText('1 waits')).toHaveCount(0)
  await auditor.getByRole('button', { name: /Export…/ }).click()
  const dialog = auditor.getByRole('dialog', { name: 'Export the log of a period' })
  const [from, to] = [day(Date.now() - 86_400_000), day(Date.now())]
  await dialog.getByLabel('From').fill(to)
  await dialog.getByLabel('To').fill(from)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(dialog).toContainText('The end lies before the start.')
  await dialog.getByLabel('From').fill(from)
  await dialog.getByLabel('To').fill(to)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()

  const link = dialog.getByRole('link', { name: /^Download / })
  const [download] = await Promise.all([auditor.waitForEvent('download'), link.click()])
  const path = info.outputPath('kit.zip')
  await download.saveAs(path)
  expect(await dialog.innerText()).toContain(sha256(readFileSync(path)))
  const again = await auditor.context().request.get((await link.getAttribute('href')) ?? '')
  expect(again.status(), 'a kit is handed out once').toBe(404)

  const zip = await openZip(path)
  const files = new Map<string, string>()
  for (const name of zip.names) files.set(name, await text(zip.read(name)))
  await zip.close()
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
    entries: number
    filter: { from: string; to: string }
    files: { name: string; rows: number; bytes: number; sha256: string }[]
  }
  expect(manifest.filter).toMatchObject({ from, to })
  expect(await dialog.innerText()).toContain(`${manifest.entries} entries exported`)
  expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(['entries.csv', 'entries.jsonl'])
  const sheet = parse(files.get('entries.csv') ?? '', { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  const lines = (files.get('entries.jsonl') ?? '').trimEnd().split('\n')
  expect([sheet.length, lines.length]).toEqual([manifest.entries, manifest.entries])
  for (const file of manifest.files) {
    const content = files.get(file.name) ?? ''
    expect(file).toMatchObject({ rows: manifest.entries, bytes: Buffer.byteLength(content), sha256: sha256(content) })
  }

  const ofClient = sheet.find((row) => row['what'] === 'consent.read' && row['actor_type'] === 'client' && row['actor']?.includes(name))
  expect(ofClient?.['actor'], 'no spreadsheet computes it').toBe(`'${name}`)
  const cells = sheet.flatMap((row) => Object.values(row))
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(sheet.some((row) => row['what'] === 'person.looked_up')).toBe(true)
  const kit = [...files].map(([place, content]) => ({ place, bytes: Buffer.from(content) }))
  expect(findCanaries(canariesOf(person), kit)).toEqual([])
  expect(await auditorWatch.find(canariesOf(person))).toEqual([])

  const verified = deskCommand('verify', path)
  expect(verified.said).toContain(`${manifest.entries} entries, nothing wrong`)
  expect(verified.code).toBe(0)
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const forged = info.outputPath('forged.zip')
  writeFileSync(forged, bytes)
  expect(deskCommand('verify', forged).code).toBe(1)

  const [exported] = await logSays(auditor, { what: 'log.exported' })
  expect(exported).toContain(await whoAmI(auditor))
  await auditor.context().close()
})
