import type { Store } from '../ports/store.ts'

/**
 * Everyone who had a part in what an objection or a correction is about, or decided it: a request, or the one that left
 * a registry entry. Where that is an objection itself, also whoever is behind what it was about. None of them answers
 * it (domain book §5.3).
 */
export async function humansBehind(store: Store, about: string | null): Promise<string[]> {
  if (about === null) return []
  const entry = await store.registry.byId(about)
  const requestId = entry?.requestId ?? about
  const [parts, stored] = [await store.requests.parts(requestId), await store.requests.byId(requestId)]
  const before = stored?.request.kind === 'objection' ? await humansBehind(store, stored.request.about) : []
  return [...new Set([...parts.map((part) => part.humanRef), ...(stored?.request.approvers ?? []), ...before])]
}
