import { z } from 'zod'
import { staffActor } from '../call/own-call.ts'
import { query } from '../query.ts'
import type { PartnersView } from '../views/partners.ts'
import { lateSystems } from './late-systems.ts'

/** Systems that make cases late, the cases behind each, and the letter to whoever runs it. No personal data. */
export const listPartners = query({
  name: 'partner.list',
  permission: 'partner.list',
  input: z.object({}),
  async run({ actor, store, now }): Promise<PartnersView> {
    return { now, ...(await lateSystems(store, now, staffActor({ actor }).humanRef)) }
  },
})
