import type { AuditEntry } from '#domain/audit/entry.ts'
import type { Store } from '../ports/store.ts'
import type { LogActorView, LogView } from '../views/log.ts'

/** Who acts besides staff and clients, under the ids that entries carry. */
const ownIds = ['operator', 'nobody', 'worker', 'planner', 'notifier', 'sealer'] as const

/** Who stands behind the ids of entries, as the rows say it now: by personnel number or client name. */
export interface LogActors {
  /** What a filter can choose from. */
  readonly choices: LogView['actors']
  /** The ids that entries carry for one choice; none for a choice that does not exist. */
  idsOf(choice: string): readonly string[]
  /** Who acted; of a sign-in, whose it was: nobody is signed in at its moment, and its entry names the login. */
  show(entry: Pick<AuditEntry, 'actor' | 'data'>): LogActorView
}

/** Reads staff and clients once for a page of entries. A human with two log-ins is one choice. */
export async function logActors(store: Store): Promise<LogActors> {
  const staff = new Map((await store.staff.list()).map((one) => [one.id, one]))
  const clients = new Map((await store.clients.list()).map((one) => [one.id, one]))
  const humans = [...new Set([...staff.values()].map((one) => one.humanRef))].toSorted()
  return {
    choices: [
      ...humans.map((ref) => ({ id: `staff:${ref}`, label: ref })),
      ...[...clients.values()].map(({ name }) => ({ id: `client:${name}`, label: name })),
      ...ownIds.map((id) => ({ id, label: id })),
    ],
    idsOf(choice) {
      if (choice.startsWith('staff:')) {
        return [...staff.values()].filter((one) => `staff:${one.humanRef}` === choice).map((one) => one.id)
      }
      if (choice.startsWith('client:')) {
        return [...clients.values()].filter((one) => `client:${one.name}` === choice).map((one) => one.id)
      }
      return ownIds.filter((id) => id === choice)
    },
    show({ actor: { type, id }, data }) {
      const signedIn = type === 'nobody' && typeof data.staff === 'string' ? staff.get(data.staff) : undefined
      if (signedIn !== undefined) return { type: 'staff', role: signedIn.role, label: signedIn.humanRef }
      const member = type === 'staff' && id !== null ? staff.get(id) : undefined
      const client = type === 'client' && id !== null ? clients.get(id) : undefined
      return { type, role: member?.role ?? null, label: member?.humanRef ?? client?.name ?? (type === 'nobody' ? null : id) }
    },
  }
}
