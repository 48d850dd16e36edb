import { z } from 'zod'
import { cancelReceived, CancelReceivedBody } from '#usecases/request/cancel-received.ts'
import { readRequest } from '#usecases/request/read-request.ts'
import { ReceiveRequestBody } from '#usecases/request/receive-input.ts'
import { receiveRequest } from '#usecases/request/receive-request.ts'
import { bodyObject } from '../body-object.ts'
import type { Operation } from '../operation.ts'

const Received = z.object({ case_code: z.string(), state: z.string(), due_at: z.iso.datetime() })
const CaseCode = z.string().describe('Nine symbols, such as K7M4QXEHC; read in any case and with any spaces.')

const time = (ms: number) => new Date(ms).toISOString()

/** A request from the operator's own app. */
export const receiveRequestOperation: Operation = {
  method: 'POST',
  path: '/requests',
  scope: 'requests.write',
  summary: 'Open a request of a person',
  body: ReceiveRequestBody,
  answers: { 201: Received },
  problems: { 409: 'Not possible as things stand', 503: 'A system does not answer: send the same again with the same key' },
  async run({ desk, principal, body, idempotencyKey }) {
    const { caseCode, state, dueAt } = await receiveRequest.run(desk, { body, key: idempotencyKey }, principal)
    return { status: 201, body: { case_code: caseCode, state, due_at: time(dueAt) } }
  },
}

/** Where a case stands. */
export const readRequestOperation: Operation = {
  method: 'GET',
  path: '/requests/{case_code}',
  scope: 'requests.read',
  summary: 'State, due date and steps of a case, without personal data',
  params: { case_code: CaseCode },
  answers: {
    200: Received.extend({
      kind: z.string(),
      received_at: z.iso.datetime(),
      history: z.array(z.object({ at: z.iso.datetime(), what: z.string() })),
    }),
  },
  async run({ desk, principal, params }) {
    const { caseCode, kind, state, receivedAt, dueAt, history } = await desk.query(readRequest, params, principal)
    const steps = history.map(({ at, what }) => ({ at: time(at), what }))
    const dates = { received_at: time(receivedAt), due_at: time(dueAt) }
    return { status: 200, body: { case_code: caseCode, kind, state, ...dates, history: steps } }
  },
}

/** The person takes it back. */
export const cancelRequestOperation: Operation = {
  method: 'POST',
  path: '/requests/{case_code}/cancel',
  scope: 'requests.write',
  summary: 'Cancel a case, as long as nothing was carried out',
  params: { case_code: CaseCode },
  body: CancelReceivedBody,
  answers: { 200: Received },
  problems: { 409: 'Not possible as things stand' },
  async run({ desk, principal, params, body }) {
    const input = { ...bodyObject(body), case_code: params['case_code'] }
    const { caseCode, state, dueAt } = await desk.command(cancelReceived, input, principal)
    return { status: 200, body: { case_code: caseCode, state, due_at: time(dueAt) } }
  },
}
