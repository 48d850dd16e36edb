import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { historyOf, type History } from './histories.ts'
import type { DemoPerson } from './people.ts'
import { seededFor, type Seeded } from './seeded.ts'
import { walletSchema } from './wallet-schema.ts'

const seed = 20_180_105
const goods = ['tea', 'books', 'train ticket', 'noodles', 'phone case', 'concert ticket', 'flowers', 'shoes'] as const
const partners = ['bike rental', 'hotel group', 'utility company', 'car rental'] as const
const says = ['paid in time', 'paid in time', 'paid late', 'deposit waived'] as const

/** Whoever was ever enrolled, rightly or not, has a score. */
const scored: ReadonlySet<History> = new Set(['forced', 'own_2016', 'mixed', 'renewed', 'own_apart', 'withdrew'])

/** Where the demo's one connected system lies. */
export const walletFile = (systemsDirectory: string): string => join(systemsDirectory, 'wallet.db')

/** Makes the operator's database anew: customers, orders (some of two people), payments, scores, partners' reports. */
export function makeWallet(systemsDirectory: string, people: readonly DemoPerson[]): string {
  mkdirSync(systemsDirectory, { recursive: true, mode: 0o700 })
  const file = walletFile(systemsDirectory)
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(file + ending, { force: true })
  const database = new Sqlite(file)
  try {
    chmodSync(file, 0o600)
    // Made in one go and made again when it was interrupted: nothing here needs to survive a crash.
    database.pragma('synchronous = OFF')
    database.exec(walletSchema)
    database.transaction(() => fill(database, people))()
  } finally {
    database.close()
  }
  return file
}

function fill(database: Database, people: readonly DemoPerson[]): void {
  const customer = database.prepare('INSERT INTO customer VALUES (?, ?, ?, ?, ?)')
  const score = database.prepare('INSERT INTO credit_score VALUES (?, ?, ?)')
  const report = database.prepare('INSERT INTO partner_report (customer_id, partner, says) VALUES (?, ?, ?)')
  for (const { index, external_id, name, email, phone } of people) {
    customer.run(index + 1, external_id, name, email, phone)
  }
  for (const { index } of people) {
    const random = seededFor(seed, index)
    orders(database, index + 1, people.length, random)
    if (!scored.has(historyOf(index))) continue
    score.run(index + 1, 350 + random.below(600), '2018-01-05')
    if (random.chance(0.5)) report.run(index + 1, random.pick(partners), random.pick(says))
  }
}

function orders(database: Database, customerId: number, customers: number, random: Seeded): void {
  const order = database.prepare('INSERT INTO customer_order VALUES (NULL, ?, ?, ?, ?, ?, ?)')
  const payment = database.prepare('INSERT INTO payment VALUES (NULL, ?, ?, ?, ?)')
  for (let left = random.below(3); left > 0; left -= 1) {
    const on = new Date(Date.UTC(2016, 0, 1) + random.below(730) * 86_400_000).toISOString().slice(0, 10)
    const total = (500 + random.below(90_000)) / 100
    // The neighbour of the list buys with them, now and then.
    const together = random.chance(0.06) && customerId < customers ? customerId + 1 : null
    const { lastInsertRowid } = order.run(customerId, together, on, random.pick(goods), `${1 + random.below(200)} Nanjing Road`, total)
    payment.run(lastInsertRowid, on, total, String(random.below(10_000)).padStart(4, '0'))
  }
}

/** A nightly run of the operator's that asked nobody works a score out again: a row that came back. */
export function workOutScoreAgain(systemsDirectory: string, person: DemoPerson): void {
  const database = new Sqlite(walletFile(systemsDirectory))
  try {
    database.prepare('INSERT OR REPLACE INTO credit_score VALUES (?, ?, ?)').run(person.index + 1, 612, '2018-01-31')
  } finally {
    database.close()
  }
}

/** The operator's database is out of reach for as long as `during` runs. */
export async function withoutWallet<T>(systemsDirectory: string, during: () => Promise<T>): Promise<T> {
  const file = walletFile(systemsDirectory)
  renameSync(file, `${file}.away`)
  try {
    return await during()
  } finally {
    renameSync(`${file}.away`, file)
  }
}
