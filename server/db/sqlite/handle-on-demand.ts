import type { Tx } from '../client.ts'

/** Opens Prisma's handle on a transaction for as long as `work` runs. */
type Open = (work: (handle: Tx) => Promise<void>) => Promise<void>

type Method = (...args: unknown[]) => Promise<unknown>

/**
 * Runs `work` with Prisma's handle on a transaction that is open already. The handle is opened when the first statement
 * goes through it: that costs as much as a dozen prepared statements, and the commands that somebody waits for on the
 * line need none of Prisma's. Opened or not, what goes through it after the end is refused by the transaction itself.
 */
export async function withHandleOnDemand<T>(open: Open, work: (tx: Tx) => Promise<T>): Promise<T> {
  const ended = Promise.withResolvers<undefined>()
  let handle: Tx | undefined
  let opened: Promise<Tx> | undefined
  let closed: Promise<void> | undefined
  const opening = (): Promise<Tx> =>
    (opened ??= new Promise((resolve, reject) => {
      closed = open((tx) => {
        handle = tx
        resolve(tx)
        return ended.promise
      })
      closed.catch(reject)
    }))
  try {
    const result = await work(onDemand(() => handle, opening))
    ended.resolve(undefined)
    await closed
    return result
  } catch (fault) {
    ended.promise.catch(() => undefined)
    ended.reject(fault)
    // Prisma says only what it heard from `ended`, or what `work` has heard already.
    await closed?.catch(() => undefined)
    throw fault
  }
}

/** Looks like the handle; each of its methods waits for the real one. */
function onDemand(handle: () => Tx | undefined, opening: () => Promise<Tx>): Tx {
  const later = (path: readonly string[]): Method => async (...args) => {
    const owner = path.slice(0, -1).reduce<object>((at, name) => Reflect.get(at, name) as object, await opening())
    return Reflect.apply(Reflect.get(owner, path.at(-1) ?? '') as Method, owner, args)
  }
  const named = (property: string | symbol): property is string => typeof property === 'string' && property !== 'then'
  const model = (name: string) =>
    new Proxy({}, { get: (_, method) => (named(method) ? later([name, method]) : undefined) })
  return new Proxy({}, {
    get(_, property) {
      const opened = handle()
      if (opened !== undefined) return Reflect.get(opened, property) as unknown
      if (!named(property)) return undefined
      return property.startsWith('$') ? later([property]) : model(property)
    },
  }) as Tx
}
