import { invalidInput } from '../errors.ts'
import type { Store } from '../ports/store.ts'

/** What a hold is said to cover has to be there. @throws InvalidInput for a service or system that is not */
export async function checkCovers(store: Store, text: string, field = 'covers'): Promise<void> {
  const [what = '', names = ''] = text.split(':')
  if (what === 'service' && (await store.consents.service(names)) === null) {
    throw invalidInput('input', { [field]: 'unknown_service' })
  }
  if (what !== 'systems') return
  const known = new Set(['rightsdesk', ...(await store.systems.list()).map(({ name }) => name)])
  if (!names.split(',').every((name) => known.has(name))) throw invalidInput('input', { [field]: 'unknown_system' })
}
