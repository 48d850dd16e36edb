import { expect, type Browser, type Page } from '@playwright/test'
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
  // Whatever a page throws fails the walk: also where the server and the browser made different elements of it.
  page.on('pageerror', (fault) => {
    throw new Error(`a page of the ${role} threw: ${fault.message}`)
  })
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

/** A signed-in page of its own, as each person has their own browser. */
export async function pageAs(browser: Browser, role: Role, nth = 0): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, role, nth)
  return page
}
