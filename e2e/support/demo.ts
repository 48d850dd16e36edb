import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'

export type Role = 'agent' | 'supervisor' | 'auditor' | 'administrator'

interface Demo {
  readonly sign_ins: readonly { readonly role: Role; readonly email: string; readonly password: string }[]
  readonly try: readonly { readonly what: string; readonly phone: string }[]
}

let told: Demo | undefined

/** Who can sign in to the demo of this run, and whom to look up: what `npm start` prints. */
export function demo(): Demo {
  if (told !== undefined) return told
  const folder = process.env.RIGHTSDESK_E2E_FOLDER ?? ''
  const env = {
    ...process.env,
    DATABASE_URL: `file:${join(folder, 'data', 'rightsdesk.db')}`,
    RIGHTSDESK_DATA: join(folder, 'data'),
    RIGHTSDESK_KEYS: join(folder, 'keys'),
  }
  const output = execFileSync(process.execPath, ['bin/demo.ts', '--json'], { env, stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8')
  told = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as Demo
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
  const member = demo().sign_ins.filter((one) => one.role === role)[nth]
  if (member === undefined) throw new Error(`the demo has no ${role} ${nth}`)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(member.email)
  await page.getByLabel('Password', { exact: true }).fill(member.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** A signed-in page of its own, as each person has their own browser. */
export async function pageAs(browser: Browser, role: Role, nth = 0): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, role, nth)
  return page
}
