import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import { deskEnvironment } from '../../scripts/lib/desk-environment.mjs'
import { freePort } from '../../scripts/lib/free-port.mjs'
import { signInWith, type Role } from './demo.ts'
import { deskIn } from './desk-in.mjs'

/** A running demo beside the one of this run, whose clock a walk may move without moving everybody else's. */
export interface DeskOfItsOwn {
  /** A signed-in page of the n-th member of staff of a role. */
  pageAs(browser: Browser, role: Role, nth?: number): Promise<Page>
  /** Where its data lies, and what the operator's command line says beside it: its exit code. */
  readonly dataFolder: string
  command(...args: readonly string[]): number | null
  /** From now on it is so many ms later at this desk. Whoever was signed in has been away for so long. */
  later(ms: number): void
  end(): Promise<void>
}

interface SignIn {
  readonly role: Role
  readonly email: string
  readonly password: string
}

/** How many people such a desk knows: few, so that it is there soon. */
export const fewPeople = 600

/** Starts such a desk as `npm start` would, over a small demo. */
export async function deskOfItsOwn(): Promise<DeskOfItsOwn> {
  const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-e2e-own-'))
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const clock = join(folder, 'clock')
  writeFileSync(clock, '0')
  let moved = 0
  const env = deskEnvironment({ ...deskIn(folder, { port }), RIGHTSDESK_CLOCK_FILE: clock })
  mkdirSync(env.RIGHTSDESK_DATA)
  for (const script of [['bin/migrate.ts'], ['bin/demo.ts', '--people', String(fewPeople)]]) {
    const { status } = spawnSync(process.execPath, script, { env, stdio: 'ignore' })
    if (status !== 0) throw new Error(`${script[0]} ended with ${status}`)
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { stdio: 'ignore', env })
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await expect
    .poll(() => fetch(`${address}/api/ready`).then(({ status }) => status, () => 0), { timeout: 240_000, intervals: [1_000] })
    .toBe(200)
  const signIns = JSON.parse(readFileSync(join(env.RIGHTSDESK_DATA, 'demo-sign-ins.json'), 'utf8')) as readonly SignIn[]
  return {
    async pageAs(browser, role, nth = 0) {
      const member = signIns.filter((one) => one.role === role)[nth]
      if (member === undefined) throw new Error(`the demo has no ${role} ${nth}`)
      const context = await browser.newContext({ baseURL: address })
      const page = await context.newPage()
      await signInWith(page, member.email, member.password)
      await expect(page).not.toHaveURL(/sign-in/)
      return page
    },
    dataFolder: env.RIGHTSDESK_DATA,
    command: (...args) => spawnSync(process.execPath, ['scripts/desk.mjs', ...args], { env, stdio: 'ignore' }).status,
    later(ms) {
      moved += ms
      writeFileSync(clock, String(moved))
    },
    async end() {
      child.kill('SIGTERM')
      await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
