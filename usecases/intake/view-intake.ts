import { z } from 'zod'
import { zoneOf } from '#domain/law/jurisdiction.ts'
import { localDateOf } from '#domain/law/local-day.ts'
import { isOptional, purposesOf } from '#domain/service/optional-purposes.ts'
import { query } from '../query.ts'
import { purposeTitle, serviceRef } from '../present/service-ref.ts'
import type { IntakeView } from '../views/intake.ts'

/** The form for a letter, a branch visit or an e-mail: what it may ask for. Nothing of a person. */
export const viewIntake = query({
  name: 'intake.view',
  permission: 'intake.record',
  input: z.object({}),
  async run({ store, now }): Promise<IntakeView> {
    const [services, { home_country: home }] = [await store.consents.services(), await store.settings.all()]
    return {
      today: localDateOf(now, zoneOf(home)),
      services: services.map(({ key }) => serviceRef(key)),
      purposes: purposesOf(services)
        .filter((key) => isOptional(key, services))
        .map((key) => ({ key, title: purposeTitle(key) })),
    }
  },
})
