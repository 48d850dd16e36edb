import { mkdirSync } from 'node:fs'
import { ManualClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { openContainer } from '../container.ts'
import { openDatabase } from '../db/client.ts'
import { ensureFirstKeys } from '../keys/first-keys.ts'
import { findDemo, takeAwayHalfADemo, type Found } from './clean-start.ts'
import { inOneGo } from './in-one-go.ts'
import { makeDemo, storyMs } from './make-demo.ts'
import { numbersToTry, type NumberToTry } from './numbers-to-try.ts'
import { demoSignIns, readSignIns, type DemoSignIn } from './staff.ts'

/** What a start is told about the demo; the last line of `bin/demo.ts --json`. */
export interface StartedDemo {
  readonly created: boolean
  readonly sign_ins: readonly DemoSignIn[]
  readonly try: readonly NumberToTry[]
}

export interface StartOptions {
  readonly people: number
  /** Epoch ms: when the story ends. */
  readonly now: number
  readonly say: (line: string) => void
}

const nothing: StartedDemo = { created: false, sign_ins: [], try: [] }

/**
 * Makes the demo where there is an empty desk and a demo is wanted; says who can sign in where there is one. Killed
 * halfway it starts clean. A desk that is somebody's own is never touched.
 *
 * @param config of a database that has been migrated
 */
export async function startDemo(config: Config, { people, now, say }: StartOptions): Promise<StartedDemo> {
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  const found = await look(config)
  if (found === 'in_use') return nothing
  if (found === 'made') {
    const signIns = readSignIns(config.dataDirectory)
    if (signIns === null) say('this desk is a demo, but its sign-ins are no longer in its data folder')
    return { created: false, sign_ins: signIns ?? [], try: numbersToTry(people) }
  }
  if (!config.demo) return nothing
  if (found === 'begun') {
    say('the making of the demo was interrupted: it starts again')
    await takeAwayHalfADemo(config, say)
  }
  if (await ensureFirstKeys(config)) say('keys created')
  const signIns = demoSignIns(config.dataDirectory)
  const clock = new ManualClock(now - storyMs)
  // Whatever is configured, nothing of the demo's own story leaves this machine.
  const desk = await openContainer({ config: { ...config, smtp: null, smsWebhook: null }, clock })
  try {
    await inOneGo(config.databaseUrl, () => makeDemo(desk, clock, { people, end: now, signIns, say }))
  } finally {
    await desk.close()
  }
  return { created: true, sign_ins: signIns, try: numbersToTry(people) }
}

async function look(config: Config): Promise<Found> {
  const database = await openDatabase({ url: config.databaseUrl })
  return findDemo(database).finally(() => database.close())
}
