import { z } from 'zod'
import type { Scope } from '#domain/request/kinds.ts'
import { command } from '../command.ts'
import { invalidInput, notAllowed, preconditionFailed } from '../errors.ts'
import type { HoldRecord } from '../ports/request-store.ts'
import { caseByCode, CaseCode } from '../request/act-on-case.ts'
import { noteAbout } from '../request/note-about.ts'
import { holdCoverage } from '../views/approvals-inputs.ts'
import { holdBases, secretBasis } from '../views/hold-codes.ts'
import { checkCovers } from './check-covers.ts'
import { coversCode } from './covers-code.ts'
import { meetHold } from './meet-hold.ts'

const PlaceHoldInput = z.object({
  caseCode: CaseCode,
  ...holdCoverage,
  /** What the row carries, which outlives the person's data. */
  basisCode: z.enum(holdBases, { error: 'choose' }).default('other'),
  /** As the supervisor typed it: kept under the person's key alone. */
  basis: z.string().trim().min(3, { error: 'too_short' }).max(400, { error: 'too_long' }),
  /** `YYYY-MM-DD`. */
  reviewOn: z.iso.date({ error: 'date' }),
})

/** What it covers, as it is stored. @throws InvalidInput where a case names no service, or nobody named a system */
function coversOf({ covers, systems }: z.output<typeof PlaceHoldInput>, scope: Scope): string {
  if (covers === 'everything') return covers
  if (covers === 'service') {
    if (scope.scope !== 'service') throw invalidInput('covers', { covers: 'no_service' })
    return `service:${scope.service}`
  }
  if (systems.length === 0) throw invalidInput('covers', { systems: 'choose' })
  return `systems:${[...new Set(systems)].toSorted().join(',')}`
}

/** Places a legal hold on everyone whom a case names. Whoever does it has a part in the case (invariant 2). */
export const placeHold = command({
  name: 'hold.place',
  permission: 'hold.place',
  input: PlaceHoldInput,
  async run(context) {
    const { input, actor, now, store, ids } = context
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const { request } = await caseByCode(context, input.caseCode, null)
    const reviewOn = Date.parse(`${input.reviewOn}T00:00:00Z`)
    if (reviewOn <= now) throw invalidInput('review', { reviewOn: 'date_past' })
    const covers = coversOf(input, request.scope)
    if (input.covers === 'systems') await checkCovers(store, covers, 'systems')
    const placed: string[] = []
    const met: Awaited<ReturnType<typeof meetHold>>[] = []
    for (const subject of request.subjects) {
      const { subjectId, known } = subject
      if (known !== 'on_file') continue
      // What was typed and the hold have one id, so that they find each other.
      const id = (await noteAbout(context, { id: request.id, subjects: [subject] }, 'hold_placed', input.basis)) ?? ids.uuid()
      const hold: HoldRecord = {
        id, holdRef: `desk-${id}`, subjectId, covers, basis: input.basisCode,
        mayNotTell: input.basisCode === secretBasis, owner: 'supervisor', placedBy: actor.humanRef, placedAt: now, reviewOn, liftedAt: null, liftedBy: null,
      }
      await store.requests.putHold(hold)
      placed.push(hold.holdRef)
      met.push(await meetHold(context, hold))
    }
    // The person of the case may be unknown still, or erased.
    if (placed.length === 0) throw preconditionFailed('nobody_to_hold', { case: request.caseCode })
    return {
      value: { holds: placed },
      events: [
        {
          what: 'hold.placed',
          case: request.caseCode,
          subjects: request.subjects.map((one) => one.subjectId),
          data: { covers: coversCode(covers), review_on: input.reviewOn, holds: placed.length },
        },
        ...met.flatMap((one) => one.events),
      ],
      jobs: met.flatMap((one) => one.jobs),
    }
  },
})
