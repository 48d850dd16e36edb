import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { runHere } from './desk-command.ts'

export type Role = 'agent' | 'supervisor' | 'auditor' | 'administrator'

interface Demo {
  readonly sign_ins: readonly { readonly role: Role; readonly email: string; readonly password: string }[]
  readonly try: readonly { readonly what: string; readonly phone: string }[]
}

let told: Demo | undefined

/** Who can sign in to the demo of this run, and whom to look up: what `npm start` prints. */
export function demo(): Demo {
  if (told !== undefined) return told
  const { said } = runHere('bin/demo.ts', '--json')
  told = JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as Demo
  return told
}

/** A number of the demo by what one finds there; `+` is left to be typed. */
export function numberOf(what: string): string {
  const found = demo().try.find((one) => one.what.startsWith(what))
  if (found === undefined) throw new Error(`the demo has no number for: ${what}`)
  return found.phone
}

/** Signs in as the n-th member of staff of a role. */
export async function signIn(page: Page, role: Role, nth = 0): Promise<void> {
  failsByWhatItThrows(page, role)
  await enterPassword(page, role, nth)
}

async function enterPassword(page: Page, role: Role, nth: number): Promise<void> {
  const member = demo().sign_ins.filter((one) => one.role === role)[nth]
  if (member === undefined) throw new Error(`the demo has no ${role} ${nth}`)
  await signInWith(page, member.email, member.password)
  await expect(page).not.toHaveURL(/sign-in/)
  // A page that has just come listens once its scripts have: what is pressed before is lost, as it is for a person.
  await page.waitForLoadState('networkidle')
}

/** Fills the sign-in form and sends it, whatever comes of it. */
export async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The personnel number of who is signed in, as the shell shows it to them. */
export async function whoAmI(page: Page): Promise<string> {
  const shown = await page.getByRole('banner').getByText(/ · (Agent|Supervisor|Auditor|Administrator)$/).textContent()
  return shown?.split(' · ')[0] ?? ''
}

/** Whatever a page throws fails the walk: also where the server and the browser made different elements of it. */
function failsByWhatItThrows(page: Page, role: Role): void {
  page.on('pageerror', (fault) => {
    throw new Error(`a page of the ${role} threw: ${fault.message}`)
  })
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** The session of whoever has signed in to this desk: it lets them in again until they leave. */
const sessions = new Map<string, Cookies>()

/** A signed-in page of its own, as each person has their own browser. Nobody is in a call there. */
export async function pageAs(browser: Browser, role: Role, nth = 0): Promise<Page> {
  const who = `${role} ${nth}`
  const session = sessions.get(who)
  const context = await browser.newContext()
  const page = await context.newPage()
  failsByWhatItThrows(page, role)
  if (session !== undefined) {
    await context.addCookies(session)
    await page.goto('/', { waitUntil: 'networkidle' })
    const isIn = !page.url().includes('/sign-in')
    // A call belongs to the session that it was taken in.
    if (isIn && (role !== 'agent' || (await page.getByRole('heading', { name: /^Who is calling/ }).count()) > 0)) return page
    await context.clearCookies()
  }
  await enterPassword(page, role, nth)
  sessions.set(who, (await context.cookies()).filter(({ name }) => !name.startsWith('rd_')))
  return page
}
