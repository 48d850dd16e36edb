import { z } from 'zod'
import { query } from '../query.ts'
import type { SystemListView, SystemLineView } from '../views/settings.ts'
import { systemLine } from './system-view.ts'

/** Our own records: part of every plan, and nothing to connect. */
const ourOwn: SystemLineView = {
  name: 'rightsdesk', kind: 'rightsdesk', role: 'own', datasets: [], policyVersion: null, where: '', lastCheck: null,
}

/** Every system that holds people's data; no address, since one may carry a password. */
export const listSystems = query({
  name: 'system.list',
  permission: 'system.list',
  input: z.object({}),
  async run({ now, store }): Promise<SystemListView> {
    return { now, systems: [ourOwn, ...(await store.systems.list()).map(systemLine)] }
  },
})
