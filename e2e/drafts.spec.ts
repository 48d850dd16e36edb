import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import notices from '#messages/zh-CN/notices.json' with { type: 'json' }
import ui from '#messages/zh-CN/ui.json' with { type: 'json' }
import { expectAccessibleInBoth, speak } from './support/accessibility.ts'
import { watchBrowser } from './support/browser-watch.ts'
import { askForDeletion, lookUp, saidCaseCode, verifyByCode, wrapUp } from './support/call.ts'
import { demo, pageAs, signIn, whoAmI, type Role } from './support/demo.ts'
import { logSays } from './support/log.ts'
import { someoneWho } from './support/people.ts'
import { openCaseFromQueue, openFromQueue } from './support/queue.ts'

/** What follows when a pause in typing was kept: the answer of the server's action. */
async function type(page: Page, label: string, text: string, within: Locator = page.getByRole('dialog')): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && (answer.request().postData() ?? '').includes(text),
  )
  await within.getByLabel(label, { exact: true }).fill(text)
  expect((await kept).status()).toBe(200)
}

/** What the server keeps is asked for when a form opens: that question names the form, and brings no text. */
const askedFor = (page: Page) =>
  page.waitForResponse((response) => {
    const sent = response.request().postData() ?? ''
    return sent.includes('"form":') && !sent.includes('"fields":')
  })

/** Signs in again where the session ended: the page comes back by itself. */
async function signInHere(page: Page, role: Role, nth: number): Promise<void> {
  const member = demo().sign_ins.filter((one) => one.role === role)[nth]
  await page.getByLabel('E-mail', { exact: true }).fill(member?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(member?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.waitForLoadState('networkidle')
}

const keptNote = (within: Page | Locator) => within.getByRole('status').filter({ hasText: /^Kept from / })

/** The same person ends every session of theirs on another machine: this one is over in the middle of the work. */
async function endSession(browser: Browser, page: Page, role: Role, nth: number): Promise<void> {
  const elsewhere = await pageAs(browser, role, nth)
  await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(elsewhere).toHaveURL(/\/sign-in$/)
  await elsewhere.context().close()
  await page.reload()
  await expect(page).toHaveURL(/sign-in/)
}

test('a note to a call that was not sent is there after a reload and in the next session, and is gone once sent', async ({ browser }) => {
  const words = 'Rings on behalf of nobody: Plimmbock-4471.'
  const agent = await pageAs(browser, 'agent', 0)
  const watch = await watchBrowser(agent.context())
  await lookUp(agent, someoneWho('own_apart', 28).phone)
  await verifyByCode(agent)
  const note = agent.getByRole('dialog', { name: 'A note to this call' }).getByLabel('Note', { exact: true })
  const openNote = async () => {
    await agent.getByRole('heading', { level: 1 }).click()
    await agent.keyboard.press('n')
    await expect(note).toBeVisible()
  }
  await openNote()
  await expect(note).toHaveValue('')
  await type(agent, 'Note', words)

  await agent.reload()
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await openNote()
  await expect(note, 'after a reload').toHaveValue(words)
  expect(await watch.find([{ name: 'draft', value: words }]), 'the browser keeps nothing of it').toEqual([])

  await endSession(browser, agent, 'agent', 0)
  await signIn(agent, 'agent', 0)
  await agent.goto('/desk')
  await agent.getByRole('button', { name: 'Take it up again' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).not.toContainText('Who is calling?')
  await openNote()
  await expect(note, 'in the next session').toHaveValue(words)

  await agent.getByRole('button', { name: 'Write it down' }).click()
  await expect(note).toBeHidden()
  const asked = askedFor(agent)
  await openNote()
  await asked
  await expect(note, 'once it was sent').toHaveValue('')
  await agent.keyboard.press('Escape')
  await wrapUp(agent, 'A question was answered')

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { what: 'call.noted' })
  expect(said.length).toBeGreaterThan(0)
  expect(said.join('\n')).not.toContain('Plimmbock')
  for (const page of [agent, auditor]) await page.context().close()
})

test('the words of a rejection that was not sent are there after a reload and in the next session, and become the rejection', async ({ browser }) => {
  const words = 'Your neighbour Plimmbock-4472 asked in your name.'
  const supervisor = await pageAs(browser, 'supervisor', 1)
  const code = await openFromQueue(supervisor, 'Deletion', /in [12]\d days/)
  const dialog = supervisor.getByRole('dialog', { name: 'Reject this request' })
  const field = dialog.getByLabel('In words, for the person', { exact: true })
  const openDialog = async () => {
    await supervisor.getByRole('region', { name: 'Decide', exact: true }).getByRole('button', { name: /Reject…/ }).click()
    await expect(field).toBeVisible()
  }
  await openDialog()
  await type(supervisor, 'In words, for the person', words)
  await supervisor.reload()
  await openDialog()
  await expect(field, 'after a reload').toHaveValue(words)

  await endSession(browser, supervisor, 'supervisor', 1)
  await signIn(supervisor, 'supervisor', 1)
  await supervisor.goto('/approvals')
  await supervisor
    .getByRole('region', { name: 'Cases to decide' }).getByRole('listitem')
    .filter({ hasText: `${code.slice(0, 4)} ${code.slice(4, 8)}` }).getByRole('button').click()
  await openDialog()
  await expect(field, 'in the next session, once the case is opened').toHaveValue(words)

  await dialog.getByLabel('Reason').selectOption({ label: 'Not about this person' })
  await dialog.getByLabel('Legal ground').selectOption({ label: 'PIPL 50: request refused with reasons' })
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(dialog).toBeHidden()

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { case: code })
  expect(said.filter((row) => row.includes('Rejected'))).toHaveLength(1)
  expect(said.join('\n')).not.toContain('Plimmbock')
  for (const page of [supervisor, auditor]) await page.context().close()
})

test('a letter half copied is there after a reload and in the next session, whoever it is about, and is gone once it is taken in', async ({ browser }) => {
  const words = 'My neighbour Plimmbock-4473 told me to write.'
  const stranger = '+86 139 0000 4473'
  const agent = await pageAs(browser, 'agent', 0)
  const watch = await watchBrowser(agent.context())
  await agent.goto('/intake', { waitUntil: 'networkidle' })
  const form = agent.getByRole('main')
  await form.getByRole('radio', { name: 'Letter' }).check()
  await form.getByLabel('What it says the person is known by').fill(stranger)
  await form.getByRole('radio', { name: 'Delete the data' }).check()
  await form.getByLabel('Of what').selectOption({ label: 'The whole account' })
  await type(agent, 'What they want, in their words', words, form)

  const isThere = async (when: string) => {
    await expect(form.getByLabel('What they want, in their words'), when).toHaveValue(words)
    await expect(form.getByLabel('What it says the person is known by'), when).toHaveValue(stranger)
    await expect(form.getByRole('radio', { name: 'Letter' }), when).toBeChecked()
    await expect(form.getByLabel('Of what'), when).toHaveValue('account')
    await expect(keptNote(form), when).toBeVisible()
  }
  await agent.reload()
  await isThere('after a reload')
  expect(await watch.find([{ name: 'draft', value: words }, { name: 'phone', value: stranger }])).toEqual([])
  await expectAccessibleInBoth(agent)
  await endSession(browser, agent, 'agent', 0)
  await signInHere(agent, 'agent', 0)
  await expect(agent, 'back where they were').toHaveURL(/\/intake$/)
  await isThere('in the next session')

  const other = await pageAs(browser, 'agent', 1)
  const asked = askedFor(other)
  await other.goto('/intake')
  await asked
  await expect(other.getByLabel('What they want, in their words'), 'nobody else’s').toHaveValue('')

  await form.getByLabel('The language they read').selectOption({ label: 'English' })
  await form.getByRole('button', { name: 'Take it in' }).click()
  await expect(agent.getByRole('region', { name: 'Taken in.' })).toContainText('Nobody on file fits.')
  const next = askedFor(agent)
  await agent.reload()
  await next
  await expect(form.getByLabel('What they want, in their words'), 'once it was sent').toHaveValue('')
  await expect(keptNote(form)).toHaveCount(0)

  const auditor = await pageAs(browser, 'auditor')
  const said = await logSays(auditor, { what: 'intake.recorded' })
  expect(said.length).toBeGreaterThan(0)
  expect(said.join('\n')).not.toMatch(/Plimmbock|4473/)
  for (const page of [agent, other, auditor]) await page.context().close()
})

test('“that was not me”, its hold and its answer: each comes back after Esc, a reload and the end of a session', async ({ browser }) => {
  test.setTimeout(180_000)
  const person = someoneWho('own_apart', 61)
  const agent = await pageAs(browser, 'agent', 0)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)
  const code = await askForDeletion(agent)
  await lookUp(agent, person.phone)
  await verifyByCode(agent)

  // The caller's words, at the case.
  const words = 'Plimmbock-4474 must have rung in my name.'
  await agent.goto(`/cases/${code}`, { waitUntil: 'networkidle' })
  const stopping = agent.getByRole('dialog', { name: 'Stop this: “That was not me”' })
  const said = stopping.getByLabel('In the caller’s words')
  const stop = async () => agent.getByRole('button', { name: '“That was not me”…' }).click()
  await stop()
  await said.fill(words)
  await agent.keyboard.press('Escape')
  await expect(stopping).toBeHidden()
  await stop()
  await expect(said, 'after Esc, though there was no pause in typing').toHaveValue(words)
  await expect(keptNote(stopping)).toBeVisible()
  await expectAccessibleInBoth(agent)
  await endSession(browser, agent, 'agent', 0)
  await signInHere(agent, 'agent', 0)
  await expect(agent).toHaveURL(new RegExp(`/cases/${code}$`))
  await agent.goto('/desk')
  await agent.getByRole('button', { name: 'Take it up again' }).click()
  await expect(agent.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await agent.goto(`/cases/${code}`, { waitUntil: 'networkidle' })
  await stop()
  await expect(said, 'in the next session').toHaveValue(words)
  await stopping.getByRole('button', { name: 'Stop it' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText('Somebody said “that was not me”.')
  await agent.goto('/desk')
  await wrapUp(agent, 'A question was answered')

  // A hold, from the list of them.
  const basis = 'Court of Plimmbock, 2018-4475'
  const supervisor = await pageAs(browser, 'supervisor', 0)
  await supervisor.goto('/holds', { waitUntil: 'networkidle' })
  const placing = supervisor.getByRole('dialog', { name: 'Place a legal hold' })
  const place = async () => supervisor.getByRole('button', { name: /Place a hold…/ }).click()
  await place()
  await placing.getByLabel('Case code').fill(code)
  await placing.getByRole('radio', { name: 'Named systems only' }).check()
  await placing.getByRole('checkbox', { name: 'wallet' }).check()
  await placing.getByLabel('What it rests on').selectOption('A lawsuit')
  await type(supervisor, 'Basis', basis)
  await supervisor.reload({ waitUntil: 'networkidle' })
  await place()
  await expect(placing.getByLabel('Basis'), 'after a reload').toHaveValue(basis)
  await expect(placing.getByLabel('Case code')).toHaveValue(code)
  await expect(placing.getByLabel('What it rests on')).toHaveValue('lawsuit')
  await expect(placing.getByRole('checkbox', { name: 'wallet' }), 'what they ticked themselves').toBeChecked()
  await placing.getByLabel('Review on').fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10))
  await placing.getByRole('button', { name: 'Place the hold' }).click()
  await expect(placing).toBeHidden()
  const spoken = `${code.slice(0, 4)} ${code.slice(4, 8)}`
  const row = supervisor.getByRole('table', { name: 'Legal holds that stand' }).getByRole('row').filter({ hasText: spoken })
  const lifting = supervisor.getByRole('dialog', { name: 'Lift this hold?' })
  await row.getByRole('button', { name: 'Lift…' }).click()
  await type(supervisor, 'Reason', 'The court has closed its file 4476.')
  await supervisor.keyboard.press('Escape')
  await row.getByRole('button', { name: 'Lift…' }).click()
  await expect(lifting.getByLabel('Reason')).toHaveValue('The court has closed its file 4476.')
  await lifting.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(lifting).toBeHidden()

  // Whether it was them, by somebody who had no part in it.
  const why = 'The number of Plimmbock-4477 had been moved.'
  const judge = await pageAs(browser, 'supervisor', 1)
  await openCaseFromQueue(judge, spoken)
  const resolving = judge.getByRole('dialog', { name: 'Was it somebody else?' })
  const resolve = async () => judge.getByRole('button', { name: 'Resolve it…' }).click()
  await resolve()
  await resolving.getByRole('radio', { name: 'It was not them' }).check()
  await type(judge, 'Why, in words', why)
  await endSession(browser, judge, 'supervisor', 1)
  await signInHere(judge, 'supervisor', 1)
  await expect(judge).toHaveURL(new RegExp(`/cases/${code}$`))
  await resolve()
  await expect(resolving.getByLabel('Why, in words'), 'in the next session').toHaveValue(why)
  await expect(resolving.getByRole('radio', { name: 'It was not them' })).toBeChecked()
  await resolving.getByRole('button', { name: 'Resolve it' }).click()
  await expect(judge.getByRole('heading', { level: 1 })).toContainText('Rejected')

  const auditor = await pageAs(browser, 'auditor')
  const log = (await logSays(auditor, { case: code })).join('\n')
  for (const step of ['not me', 'Legal hold placed', 'Legal hold lifted', 'Rejected']) expect(log).toContain(step)
  expect(log).not.toMatch(/Plimmbock|447\d/)
  for (const page of [agent, supervisor, judge, auditor]) await page.context().close()
})

test('the answer to an objection is not shown before its case is opened, and then stands there again', async ({ browser }) => {
  test.setTimeout(150_000)
  const agent = await pageAs(browser, 'agent', 1)
  await lookUp(agent, someoneWho('own_apart', 62).phone)
  await verifyByCode(agent)
  await agent.getByRole('button', { name: /Delete the data of Credit scoring/ }).click()
  await agent.getByRole('radio', { name: /Heard it, and does not accept the bar/ }).check()
  await agent.getByRole('button', { name: /Ask for the deletion/ }).click()
  const code = await saidCaseCode(agent)
  await wrapUp(agent, 'A request was opened')

  const words = 'Tell Plimmbock-4478 that nobody is barred.'
  const supervisor = await pageAs(browser, 'supervisor', 2)
  const me = await whoAmI(supervisor)
  await supervisor.goto(`/approvals/${code}`)
  const link = supervisor.getByRole('definition').filter({ hasText: 'Objection' }).getByRole('link')
  const objection = ((await link.getAttribute('href')) ?? '').slice(-9)
  await supervisor.goto(`/approvals/${objection}`, { waitUntil: 'networkidle' })
  const bar = supervisor.getByRole('region', { name: 'Decide', exact: true })
  const dialog = supervisor.getByRole('dialog', { name: 'Answer this objection' })
  const field = dialog.getByLabel('The answer, in words')
  const open = async () => bar.getByRole('button', { name: /Answer…/ }).click()
  await open()
  await dialog.getByRole('radio', { name: /^Upheld/ }).check()
  await type(supervisor, 'The answer, in words', words)

  await supervisor.reload({ waitUntil: 'networkidle' })
  await open()
  const closed = dialog.getByRole('status').filter({ hasText: 'is kept. It is shown once the case is opened' })
  await expect(closed).toBeVisible()
  await expect(field).toHaveValue('')
  await dialog.getByRole('button', { name: 'Open the case' }).click()
  await expect(field).toHaveValue(words)
  await expect(dialog.getByRole('radio', { name: /^Upheld/ })).toBeChecked()
  await expect(dialog.getByLabel('The last five characters of the case code'), 'what confirms is never kept').toHaveValue('')

  await dialog.getByLabel('The last five characters of the case code').fill(objection.slice(-5))
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await expect(dialog).toBeHidden()
  const auditor = await pageAs(browser, 'auditor')
  const log = await logSays(auditor, { case: objection })
  expect(log.filter((row) => row.includes('Case opened') && row.includes(me)), 'that it was opened is written down').not.toEqual([])
  expect(log.filter((row) => row.includes('Objection answered') && row.includes(me))).toHaveLength(1)
  expect(log.join('\n')).not.toContain('Plimmbock')
  for (const page of [agent, supervisor, auditor]) await page.context().close()
})

test('a notice half written is there after Cancel, a reload and the end of a session, in Chinese too, and can be thrown away', async ({ browser }) => {
  const text = 'I would like a credit score, said Plimmbock-4479.\n\nAnd on.'
  const admin = await pageAs(browser, 'administrator', 0)
  await admin.goto('/settings/notices', { waitUntil: 'networkidle' })
  const adding = admin.getByRole('dialog', { name: 'Add a notice' })
  const open = async () => admin.getByRole('button', { name: /Add a notice/ }).click()
  await open()
  await adding.getByLabel('Purpose').selectOption({ label: 'Credit scoring' })
  await adding.getByLabel('Control').selectOption('unticked_box')
  await adding.getByLabel('Text', { exact: true }).fill(text)
  await adding.getByRole('button', { name: 'Cancel' }).click()
  await expect(adding).toBeHidden()
  const isThere = async (when: string) => {
    await expect(adding.getByLabel('Text', { exact: true }), when).toHaveValue(text)
    await expect(adding.getByLabel('Control'), when).toHaveValue('unticked_box')
    await expect(keptNote(adding), when).toBeVisible()
  }
  await open()
  await isThere('after Cancel')
  await admin.reload({ waitUntil: 'networkidle' })
  await open()
  await isThere('after a reload')
  await endSession(browser, admin, 'administrator', 0)
  await signInHere(admin, 'administrator', 0)
  await expect(admin).toHaveURL(/\/settings\/notices$/)
  await open()
  await isThere('in the next session')
  await adding.getByRole('button', { name: 'Close' }).click()

  await speak(admin, 'zh-CN')
  await admin.getByRole('button', { name: notices.add }).click()
  const chinese = admin.getByRole('dialog', { name: notices.addTitle })
  await expect(chinese.getByRole('status')).toContainText('输入但未提交的内容')
  await expectAccessibleInBoth(admin)
  const discard = chinese.getByRole('button', { name: ui.kept.discard })
  await discard.click()
  await expect(chinese.getByRole('status')).toHaveCount(0)
  await expect(chinese.getByLabel(notices.textOf, { exact: true })).toHaveValue('')
  await expect(chinese.getByLabel(notices.purpose, { exact: true }), 'the focus goes on').toBeFocused()
  await admin.keyboard.press('Escape')
  await admin.reload({ waitUntil: 'networkidle' })
  const asked = askedFor(admin)
  await admin.getByRole('button', { name: notices.add }).click()
  await asked
  await expect(chinese.getByLabel(notices.textOf, { exact: true }), 'thrown away').toHaveValue('')

  const auditor = await pageAs(browser, 'auditor')
  expect((await logSays(auditor, {})).join('\n'), 'what was never sent is nowhere').not.toContain('Plimmbock')
  for (const page of [admin, auditor]) await page.context().close()
})
