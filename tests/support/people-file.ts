import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** Writes a file of people that may be larger than memory. @param cellsOf  those of the n-th row, from 1 on */
export async function writePeopleFile(file: string, rows: number, cellsOf: (row: number) => string): Promise<void> {
  const out = createWriteStream(file)
  out.write('external_id,name,phone,email,jurisdiction\n')
  for (let row = 1; row <= rows; row += 1) {
    if (!out.write(`${cellsOf(row)}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
