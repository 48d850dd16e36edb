import { ImportFault } from './import-fault.ts'

const [quote, comma, newline, carriageReturn] = [0x22, 0x2c, 0x0a, 0x0d]

type Place = 'row_start' | 'field_start' | 'plain' | 'quoted' | 'after_quote'

/**
 * Follows the quotes of a CSV (RFC 4180) through its bytes. A parser would only find at the end that a quote was
 * never closed, after it took the rest of the file for one cell.
 */
export class QuoteScan {
  #place: Place = 'row_start'
  #line = 1
  #opened = 1
  #rows = 0

  /** @throws ImportFault for text that follows a closing quote */
  take(bytes: Uint8Array): void {
    let place = this.#place
    for (const byte of bytes) {
      switch (byte) {
        case quote:
          if (place === 'row_start' || place === 'field_start') {
            place = 'quoted'
            this.#opened = this.#line
          } else if (place === 'quoted') place = 'after_quote'
          else if (place === 'after_quote') place = 'quoted'
          break
        case newline:
          if (place !== 'quoted') {
            if (place !== 'row_start') this.#rows += 1
            place = 'row_start'
          }
          this.#line += 1
          break
        case comma:
          if (place !== 'quoted') place = 'field_start'
          break
        case carriageReturn:
          break
        default:
          if (place === 'after_quote') {
            throw new ImportFault('quote_broken', `Line ${this.#line}: text follows a closing quote. Inside quotes a quote is written twice.`)
          }
          if (place !== 'quoted') place = 'plain'
      }
    }
    this.#place = place
  }

  /** The rows, a header among them. @throws ImportFault when a quote is still open */
  end(): number {
    if (this.#place === 'quoted') {
      throw new ImportFault('quote_not_closed', `The quote that opens in line ${this.#opened} is never closed.`)
    }
    return this.#rows
  }
}
