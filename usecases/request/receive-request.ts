import { z } from 'zod'
import { command, runCommand } from '../command.ts'
import { invalidInput, notFound } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { actOnCase } from './act-on-case.ts'
import { openReceived } from './open-received.ts'
import { Assurance, ReceiveRequestBody } from './receive-input.ts'
import { receivedRequest, type ReceivedRequest } from './received-request.ts'
import { requestActor } from './request-actor.ts'
import { vouchedLevels } from './vouched-levels.ts'

/** Submits what the app opened, with the level that it vouches for. */
export const submitReceived = command({
  name: 'request.submit_received',
  permission: 'request.receive',
  input: z.object({ requestId: z.uuid(), assurance: Assurance }),
  async run(context) {
    const { input, store, actor, now } = context
    const stored = await store.requests.byId(input.requestId)
    if (stored === null) throw notFound('case')
    const { request } = stored
    if (request.state !== 'open') {
      return { value: receivedRequest(request), events: [{ what: 'request.submitted_again', case: request.caseCode }] }
    }
    const event = { type: 'submit', at: now, by: requestActor(actor) } as const
    const levels = await vouchedLevels(context, request, input.assurance)
    const submitted = await actOnCase(context, stored, event, { what: 'request.submitted' }, levels)
    return { ...submitted, value: receivedRequest(submitted.request) }
  },
})

const ReceiveInput = z.object({ body: z.unknown(), key: z.string().nullable() })

/**
 * Takes in a request from the operator's own app: open → ask the systems what it would do there → submit. When they
 * can not be asked in time the request stays open, and the same request sent again goes on with it.
 */
export const receiveRequest = procedure({
  name: 'request.receive',
  async run({ runtime, planner }, rawInput, principal): Promise<ReceivedRequest> {
    const { body, key } = ReceiveInput.parse(rawInput)
    // The command would name the fields below "body".
    const parsed = ReceiveRequestBody.safeParse(body)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    const opened = await runCommand(runtime, openReceived, { body, key }, principal)
    if (opened.joined !== null) return opened.joined
    if (opened.state === 'open') await planner.plan(opened.requestId)
    const submitted = { requestId: opened.requestId, assurance: parsed.data.assurance }
    return runCommand(runtime, submitReceived, submitted, principal)
  },
})
