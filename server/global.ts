/**
 * State that must exist once a process. Next gives pages, routes, the proxy and instrumentation their own copy
 * of every module; only `globalThis` is shared between them.
 */
export function once<T>(name: string, make: () => T): T {
  const place = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`rightsdesk.${name}`)
  return (place[key] ??= make())
}
