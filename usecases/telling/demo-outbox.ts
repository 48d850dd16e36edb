import type { DeskContext } from '../desk/desk-context.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import { tellingTemplate } from './letter-lost.ts'

/** Where the links lead that a demo would have sent about these requests, by case code; none outside a demo. */
export async function demoOutbox(
  { store, secrets }: Pick<DeskContext, 'store' | 'secrets'>,
  requests: readonly StoredRequest[],
): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>()
  if ((await store.settings.meta('demo')) !== 'yes') return links
  for (const { request } of requests) {
    const [link] = request.kind === 'access' ? await store.copies.ofRequest(request.id) : []
    if (link !== undefined) links.set(request.caseCode, `/copy/${secrets.copyToken(link.id)}`)
    const letter = (await store.notifications.ofRequest(request.id, tellingTemplate)).find(({ state }) => state === 'sent')
    if (letter !== undefined) links.set(request.caseCode, `/told/${secrets.readingToken(letter.id)}`)
  }
  return links
}
