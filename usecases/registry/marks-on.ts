import type { CommandContext } from '../command.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import { barsIdentifiers } from './bars-subject.ts'

/** The marks that bar somebody on file now, by every identifier that they ever had; the newest first. */
export async function marksOn(
  { store, secrets, now }: Pick<CommandContext<unknown>, 'store' | 'secrets' | 'now'>,
  subjectId: string,
): Promise<RegistryEntryRecord[]> {
  const identifiers = await store.subjects.identifiers(subjectId)
  const tags = identifiers.map(({ type, value }) => secrets.registryTag(type, value).tag)
  const found = tags.length === 0 ? [] : await store.registry.entriesByTags(null, tags, now)
  return found.filter((entry) => barsIdentifiers(entry, tags, now)).toSorted((a, b) => b.createdAt - a.createdAt)
}
