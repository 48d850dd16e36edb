import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ManualClock } from '#server/clock.ts'
import { readConfig, type Config } from '#server/config.ts'
import { openContainer, type Container } from '#server/container.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { startDemo, type StartedDemo } from '#server/demo/start-demo.ts'
import { createKeyFiles } from '#server/keys/key-files.ts'
import { beginDemo } from '#usecases/setup/make-demo.ts'
import { folderOfFile } from './after-file.ts'
import { freshUrl } from './database.ts'

/** A Friday afternoon in Shanghai. */
export const demoEnd = Date.parse('2026-11-20T08:00:00.000Z')

/** The smallest demo in which every story finds its people. */
const smallest = 300

/** The configuration of an empty desk: a migrated database, keys, folders. */
export async function emptyDesk(kind: DatabaseKind): Promise<Config> {
  const folder = folderOfFile('rightsdesk-demo-test-')
  createKeyFiles(join(folder, 'keys'))
  const data = join(folder, 'data')
  mkdirSync(data)
  return readConfig({
    NODE_ENV: 'test', DATABASE_URL: await freshUrl(kind), RIGHTSDESK_DATA: data, RIGHTSDESK_KEYS: join(folder, 'keys'),
  })
}

/** A desk on which the making of a demo was begun and killed. */
export async function interruptedDemo(kind: DatabaseKind): Promise<Config> {
  const config = await emptyDesk(kind)
  await using(config, (desk) => desk.command(beginDemo, {}, { kind: 'operator' }))
  return config
}

/** One start of a small demo. */
export const start = (config: Config, say: (line: string) => void = () => undefined): Promise<StartedDemo> =>
  startDemo(config, { people: smallest, now: demoEnd, say })

/** Opens the desk at the end of the story for as long as `work` takes. */
export async function using<T>(config: Config, work: (desk: Container) => Promise<T>): Promise<T> {
  const desk = await openContainer({ config, clock: new ManualClock(demoEnd) })
  return work(desk).finally(() => desk.close())
}
