import { isBarred } from '#domain/ineligibility/bar.ts'
import type { CommandContext } from '../command.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'

/** Whether an entry of the registry bars now. */
export const entryStands = ({ supersededAt, endsAt }: RegistryEntryRecord, now: number): boolean =>
  supersededAt === null && (endsAt === null || endsAt > now)

/**
 * Whether an entry is about somebody on file: by the rule of the gate, with every identifier that they ever had. One
 * that was superseded or has ended was about them all the same.
 */
export async function barsSubject(
  { store, secrets, now }: Pick<CommandContext<unknown>, 'store' | 'secrets' | 'now'>,
  entry: RegistryEntryRecord,
  subjectId: string,
): Promise<boolean> {
  const identifiers = await store.subjects.identifiers(subjectId)
  return barsIdentifiers(entry, identifiers.map(({ type, value }) => secrets.registryTag(type, value).tag), now)
}

/** The same, of whoever has the identifiers of these tags. */
export function barsIdentifiers(entry: RegistryEntryRecord, brought: readonly Uint8Array[], now: number): boolean {
  const tags = entry.tags.map(({ tag, barsAlone }) => ({ tag: hex(tag), barsAlone }))
  return isBarred({ tags, endsAt: null, supersededAt: null }, new Set(brought.map(hex)), now)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
