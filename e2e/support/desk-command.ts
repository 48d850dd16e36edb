import { spawnSync } from 'node:child_process'
import { deskIn } from './desk-in.mjs'

/** How a command ended: its exit code, and what it said on standard output. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** The folder of this run's desk: its database, its keys, its systems. */
export const deskFolder = (): string => process.env.RIGHTSDESK_E2E_FOLDER ?? ''

/** Runs a script of this repository beside the desk of this run, as somebody on the same machine would. */
export function runHere(script: string, ...args: readonly string[]): Ended {
  const env = deskIn(deskFolder(), { databaseUrl: process.env.RIGHTSDESK_E2E_DATABASE_URL })
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  return { code: status, said: stdout.toString('utf8') }
}

/** `npm run desk -- …` */
export const deskCommand = (...args: readonly string[]): Ended => runHere('scripts/desk.mjs', ...args)
