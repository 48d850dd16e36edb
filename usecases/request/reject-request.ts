import { z } from 'zod'
import { chosenRejectionCodes, type RejectionCode } from '#domain/request/explain.ts'
import { command } from '../command.ts'
import { actOnCase, caseByCode, OnCase } from './act-on-case.ts'
import { keepTyped } from './keep-typed.ts'
import { lawFacts } from './law-facts.ts'
import { remediesForAll } from './remedies.ts'
import { requestActor } from './request-actor.ts'

const RejectInput = OnCase.extend({
  code: z.enum(chosenRejectionCodes as unknown as [RejectionCode, ...RejectionCode[]]),
  ground: z.string().regex(/^[a-z0-9_]{2,80}$/, { error: 'ground' }),
  text: z.string().trim().max(2_000, { error: 'too_long' }).default(''),
})

/** Rejects with a coded reason, its legal ground and the person's remedies; only if nothing can be granted. */
export const rejectRequest = command({
  name: 'request.reject',
  permission: 'request.reject',
  input: RejectInput,
  async run(context) {
    const { input, actor, now, store } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const textRef = await keepTyped(context, stored.request, 'rejection', input.text)
    const { refusalMustOffer } = await lawFacts(store, stored.request, stored.origin)
    const remedies = [...remediesForAll, ...refusalMustOffer]
    const event = { type: 'reject', at: now, by: requestActor(actor), code: input.code, ground: input.ground, remedies, textRef } as const
    return actOnCase(context, stored, event, { what: 'request.rejected', data: { code: input.code, ground: input.ground } })
  },
})
