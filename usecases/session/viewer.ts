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
}

/** Who is signed in. */
export const viewer = query({
  name: 'session.view',
  permission: 'session.view',
  input: z.object({}),
  async run({ actor }): Promise<Viewer> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    return { staffId: actor.id, humanRef: actor.humanRef, role: actor.role, locale: actor.locale }
  },
})
