import { z } from 'zod'
import type { Role } from '#domain/access/policy.ts'
import { query } from '../query.ts'
import { notAllowed } from '../errors.ts'

/** The signed-in member of staff, as a screen needs them. */
export interface Viewer {
  readonly staffId: string
  readonly humanRef: string
  readonly role: Role
  readonly locale: string
  /** A desk of invented people: it offers a tour. */
  readonly inDemo: boolean
}

/** Who is signed in. */
export const viewer = query({
  name: 'session.view',
  permission: 'session.view',
  input: z.object({}),
  async run({ actor, store }): Promise<Viewer> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const inDemo = (await store.settings.meta('demo')) === 'yes'
    return { staffId: actor.id, humanRef: actor.humanRef, role: actor.role, locale: actor.locale, inDemo }
  },
})
