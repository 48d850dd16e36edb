import type { CommandContext } from '../command.ts'

/**
 * Whether the gate says no to somebody on file for one of these services, by every identifier that they ever had:
 * marked, or named by a deletion that is verified and unfinished.
 *
 * @throws Unavailable when the registry can not be read with the keys of this process
 */
export async function isBarredFrom(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  subjectId: string,
  services: readonly string[],
): Promise<boolean> {
  if (services.length === 0) return false
  const identifiers = await store.subjects.identifiers(subjectId)
  const brought = identifiers.map(({ type, value }) => ({ type, normalised: value }))
  for (const service of services) {
    const [entryId = null] = (await store.gate.barring(service, [brought], now)) ?? []
    if (entryId !== null) return true
  }
  return false
}
