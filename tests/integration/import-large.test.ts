import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { deskProcess } from '#tests/support/desk-process.ts'
import { writePeopleFile } from '#tests/support/people-file.ts'

/** Every thousandth row is bad, and every five-hundredth loses its phone. */
function cellsOf(row: number): string {
  const email = row % 1_000 === 0 ? 'none' : `user${row}@example.org`
  const phone = row % 500 === 250 ? '12' : ''
  return `acct-${row},"Person ${row}",${phone},${email},CN`
}

const rows = 50_000

describe('a large file', () => {
  it(`of ${rows} people loads in 192 MB, goes on after being killed, and changes nothing the second time`, { timeout: 600_000 }, async () => {
    const desk = await deskProcess()
    expect((await desk.run(['init'])).code).toBe(0)
    const file = join(desk.directory, 'people.csv')
    await writePeopleFile(file, rows, cellsOf)

    const killed = desk.start(['import', 'people', file, '--json'])
    const closed = once(killed, 'close')
    // Progress is said once a second: some batches are committed by then.
    await Promise.race([once(killed.stderr, 'data'), closed])
    await pause(50)
    killed.kill('SIGKILL')
    await closed

    const nodeOptions = ['--max-old-space-size=192']
    const counts = { rows, accepted: rows - 50 - 100, partial: 100, unchanged: 0, rejected: 50, rejects_file: `${file}.rejected.csv` }
    const resumed = await desk.run(['import', 'people', file, '--json'], { nodeOptions })
    expect(resumed.stderr).toMatch(/going on after row \d+/)
    expect(resumed.json()).toEqual(counts)
    const again = await desk.run(['import', 'people', file, '--json'], { nodeOptions })
    expect(again.json()).toEqual({ ...counts, accepted: 0, unchanged: rows - 50 - 100 })
  })
})
