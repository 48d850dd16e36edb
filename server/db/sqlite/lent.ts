import { AsyncLocalStorage } from 'node:async_hooks'
import type { WriteTransaction } from './write-transaction.ts'

const lending = new AsyncLocalStorage<{ transaction?: WriteTransaction }>()

/**
 * Lends an open transaction to the one call of Prisma's that runs in `work`: its transaction is that one, and whoever
 * lent it ends it.
 */
export const lend = <T>(transaction: WriteTransaction, work: () => T): T => lending.run({ transaction }, work)

/** What was lent to this call, once: a second transaction of the same call is one of its own. */
export function takeLent(): WriteTransaction | undefined {
  const lent = lending.getStore()
  const transaction = lent?.transaction
  if (lent !== undefined) delete lent.transaction
  return transaction
}
