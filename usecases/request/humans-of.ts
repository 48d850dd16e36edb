import type { Store } from '../ports/store.ts'

/**
 * Who had a part in what an objection or a correction is about, or decided it: a request, or the one that left an entry
 * of the registry. None of them answers it (domain book §5.3).
 */
export async function humansOf(store: Store, about: string | null): Promise<string[]> {
  if (about === null) return []
  const id = (await store.registry.entry(about))?.requestId ?? about
  const [parts, stored] = await Promise.all([store.requests.parts(id), store.requests.byId(id)])
  return [...new Set([...parts.map((part) => part.humanRef), ...(stored?.request.approvers ?? [])])]
}
