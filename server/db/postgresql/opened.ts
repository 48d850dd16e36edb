import { AsyncLocalStorage } from 'node:async_hooks'
import type { RawQueries } from '../raw.ts'

/** The way to the transaction that Prisma opened for the one call that runs in this context. */
interface Opened {
  queries?: RawQueries
}

const opening = new AsyncLocalStorage<Opened>()

/**
 * Runs a call of Prisma's that opens a transaction, and gives it a way to that very transaction: statements beside
 * Prisma's own, prepared once, cost a tenth of what they cost through its query plans.
 *
 * @param work gets them once the transaction is open; asking earlier is a fault of ours
 */
export const withOpened = <T>(work: (queries: () => RawQueries) => T): T => {
  const opened: Opened = {}
  const queries = (): RawQueries => {
    if (opened.queries === undefined) throw new Error('the adapter did not say which transaction it opened')
    return opened.queries
  }
  return opening.run(opened, () => work(queries))
}

/** An adapter that has just opened a transaction says how to speak to it; `queries` refuse after its end. */
export function announce(queries: RawQueries): void {
  const opened = opening.getStore()
  if (opened !== undefined) opened.queries = queries
}
