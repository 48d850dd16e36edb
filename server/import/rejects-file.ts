import { createReadStream } from 'node:fs'
import { open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { rowReasons, type RowFault } from '#usecases/import/row-reasons.ts'

const header = 'line,outcome,reason,field,explanation'

/** One line of the rejects file: our own words alone, never anything of the row. */
export interface Reject {
  readonly line: number
  readonly outcome: 'rejected' | 'partial'
  readonly faults: readonly RowFault[]
}

/** One line a row; what is wrong with several cells of it stands in order, with semicolons between. */
function csvLine({ line, outcome, faults }: Reject): string {
  const reasons = faults.map(({ reason }) => reason).join(';')
  const fields = faults.map(({ field }) => field ?? '').join(';')
  const explanation = faults.map(({ field, reason }) => `${field === null ? '' : `${field}: `}${rowReasons[reason]}`).join(' ')
  return `${line},${outcome},${reasons},${fields},"${explanation}"`
}

/**
 * `<file>.rejected.csv`, beside the file. Its lines are written before the batch that they belong to is committed;
 * a run that goes on first drops what belongs to rows that were never committed.
 */
export class RejectsFile {
  readonly path: string
  #handle: FileHandle | null = null

  constructor(imported: string) {
    this.path = `${imported}.rejected.csv`
  }

  /** Begins with no file at all: one is made by the first reject. */
  async startAfresh(): Promise<void> {
    await rm(this.path, { force: true })
  }

  /** Keeps what is about rows up to this line of the imported file. False when there is no file to go on with. */
  async goOnAfter(line: number): Promise<boolean> {
    // Beside it and then renamed: killed in between, the old file is still whole.
    const next = `${this.path}.next`
    const kept = async function* (path: string) {
      yield `${header}\n`
      for await (const text of createInterface({ input: createReadStream(path, 'utf8') })) {
        if (Number.parseInt(text, 10) <= line) yield `${text}\n`
      }
    }
    try {
      await writeFile(next, kept(this.path), { mode: 0o600 })
    } catch (fault) {
      await rm(next, { force: true })
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw fault
    }
    await rename(next, this.path)
    return true
  }

  async add(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return
    if (this.#handle === null) {
      this.#handle = await open(this.path, 'a', 0o600)
      if ((await this.#handle.stat()).size === 0) await this.#handle.write(`${header}\n`)
    }
    await this.#handle.write(`${rejects.map(csvLine).join('\n')}\n`)
  }

  async close(): Promise<void> {
    await this.#handle?.sync()
    await this.#handle?.close()
    this.#handle = null
  }
}
