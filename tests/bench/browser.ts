import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '#domain/access/policy.ts'
import { findChromium } from '#scripts/lib/chromium.mjs'
import { addStaff } from '#usecases/staff/add-staff.ts'
import type { BenchDesk } from './bench-desk.ts'

const password = 'a bench of oak and iron'

/** The browser that the walks use, without their test runner. */
export async function openBrowser(): Promise<Browser> {
  const { path, args, env } = await findChromium()
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } as Record<string, string> })
}

/** Lets somebody of this role in at a benchmark's desk, once; answers the e-mail. */
export async function addMember(bench: BenchDesk, role: Role): Promise<string> {
  const email = `${role}@bench.example`
  const known = await bench.desk.runtime.unitOfWork.read((store) => store.staff.forSignIn(email))
  if (known !== null) return email
  await addStaff.run(bench.desk, { email, role, password, humanRef: `B-${role}` }, { kind: 'operator' })
  return email
}

/** A browser of their own in which this person is signed in. */
export async function signedIn(
  browser: Browser, port: number, email: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}`, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return { context, page }
}
