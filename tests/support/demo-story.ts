import { makeDemo, storyMs } from '#server/demo/make-demo.ts'
import { demoSignIns } from '#server/demo/staff.ts'
import type { DatabaseKind } from '#server/db/client.ts'
import { openTestDesk, type TestDesk } from './desk.ts'

/** A Friday afternoon in Shanghai. */
export const demoEnd = Date.parse('2026-11-20T08:00:00.000Z')

/** A small demo on a database of its own. */
export async function openSmallDemo(kind: DatabaseKind, people: number): Promise<TestDesk> {
  const test = await openTestDesk(kind, demoEnd - storyMs)
  const signIns = demoSignIns(test.desk.config.dataDirectory)
  await makeDemo(test.desk, test.clock, { people, end: demoEnd, signIns, say: () => undefined })
  return test
}
