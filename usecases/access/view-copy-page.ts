import { z } from 'zod'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { query } from '../query.ts'
import { jurisdictionsOf } from '../request/law-facts.ts'
import type { CopyPageView } from '../views/copy.ts'
import { ByLink, copyBehind } from './copy-behind.ts'
import { erasuresWaitingFor } from './waiting-erasures.ts'

/**
 * What somebody who opens the link to a copy reads before they fetch it: until when, and whether an erasure waits for
 * it. Nothing of the person, and nothing is fetched by it: mail scanners open links too.
 */
export const viewCopyPage = query({
  name: 'access.view_page',
  permission: 'access.fetch',
  input: ByLink.extend({ language: z.string().max(35).optional() }),
  async run({ input, store, now }): Promise<CopyPageView | null> {
    const behind = await copyBehind(store, input.token, now)
    if (behind === null) return null
    const { link, stored: { request, origin } } = behind
    const subjectIds = request.subjects.map(({ subjectId }) => subjectId)
    const [place] = await jurisdictionsOf(store, subjectIds, origin.jurisdiction)
    const waiting = await erasuresWaitingFor(store, request)
    return {
      locale: input.language ?? link.locale,
      caseCode: request.caseCode,
      until: request.clock.at,
      zone: zoneOf(place ?? anywhere),
      opened: link.openedAt !== null,
      waits: request.releasedAt !== null ? 'released' : waiting.length > 0 ? 'yes' : 'no',
    }
  },
})
