import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import type { DeskProcess } from '#tests/support/desk-in-folder.ts'

/** How far an import was at one moment, as it said itself. */
export interface Mark {
  /** From the beginning of the file on. */
  readonly rows: number
  /** Since this process began to load. */
  readonly rowsPerSecond: number
}

/** One process of `desk import people`, and what it said. */
export interface WatchedImport {
  /** Null when it was killed. */
  readonly code: number | null
  /** The last line of standard output, read as JSON; null where there is none. */
  readonly json: Record<string, unknown> | null
  /** After which row it went on; 0 where it began with the first. */
  readonly wentOnAfter: number
  readonly marks: readonly Mark[]
  /** Null when it was killed. */
  readonly peakMegabytes: number | null
  /** Everything on standard error, for when it went wrong. */
  readonly said: string
}

/** The bound that an import keeps whatever the size of its file: V8's heap, in megabytes. */
export const heapMegabytes = 192

const preload = pathToFileURL(join(import.meta.dirname, 'processes', 'say-peak-memory.mjs')).href

/** Imports a file of people in a process of its own. @param killAfter  it is killed once so many rows are loaded */
export async function watchedImport(desk: DeskProcess, file: string, killAfter = Infinity): Promise<WatchedImport> {
  const nodeOptions = [`--max-old-space-size=${heapMegabytes}`, '--import', preload]
  const child = desk.start(['import', 'people', file, '--json'], { nodeOptions })
  const marks: Mark[] = []
  let [stdout, said, wentOnAfter] = ['', '', 0]
  let peakMegabytes: number | null = null
  child.stdin.end()
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  createInterface({ input: child.stderr }).on('line', (line) => {
    said += `${line}\n`
    const [, peak] = /^peak memory (\d+) kB$/.exec(line) ?? []
    if (peak !== undefined) peakMegabytes = Math.round(Number(peak) / 1_024)
    const [, after] = /going on after row (\d+)/.exec(line) ?? []
    if (after !== undefined) wentOnAfter = Number(after)
    const [, rows, rate] = /(\d+) of \d+ rows, (\d+) rows\/s/.exec(line) ?? []
    if (rows === undefined) return
    marks.push({ rows: Number(rows), rowsPerSecond: Number(rate) })
    if (Number(rows) >= killAfter) child.kill('SIGKILL')
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  const json = last === '' ? null : (JSON.parse(last) as Record<string, unknown>)
  return { code, json, wentOnAfter, marks, peakMegabytes, said }
}
