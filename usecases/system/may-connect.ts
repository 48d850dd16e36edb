import { z } from 'zod'
import type { Principal } from '../actor.ts'
import type { Runtime } from '../command.ts'
import { query, runQuery } from '../query.ts'

/** Asks nothing but whether: before a procedure goes outside for somebody, in their name. */
export const reachSystems = query({
  name: 'system.check',
  permission: 'system.check',
  input: z.object({}),
  run: async () => true,
})

/** @throws NotAllowed for whoever may not have systems reached; the attempt is recorded */
export async function mayConnect(runtime: Runtime, principal: Principal): Promise<void> {
  await runQuery(runtime, reachSystems, {}, principal)
}
