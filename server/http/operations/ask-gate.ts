import { z } from 'zod'
import { askGate, askGateBatch, GateBatchQuestion, GateQuestion, type GateAnswer } from '#usecases/gate/ask-gate.ts'
import { recordRefusals, refusalsAtOnce } from '#usecases/gate/record-refusals.ts'
import { countAllowed } from '../gate-counts.ts'
import type { Operation, OperationCall } from '../operation.ts'

const Decision = z.object({ eligible: z.boolean(), decision_id: z.string() })

/** Refusals are on record before the answer leaves; what is allowed is counted. */
async function settle({ desk, principal }: OperationCall, service: string, answers: readonly GateAnswer[]) {
  const refusals = answers.flatMap(({ decisionId, entryId }) => (entryId === null ? [] : [{ decisionId, entryId }]))
  for (let from = 0; from < refusals.length; from += refusalsAtOnce) {
    await desk.command(recordRefusals, { service, refusals: refusals.slice(from, from + refusalsAtOnce) }, principal)
  }
  countAllowed(desk, principal.clientId, service, answers.length - refusals.length)
}

/** One bit and an id: no reason, no date, no count leaves the gate (domain book §7). */
const decision = ({ decisionId, entryId }: GateAnswer) => ({ eligible: entryId === null, decision_id: decisionId })

const hold = { 503: 'hold-enrolment: whether the person may enrol can not be known now' }

/** May this person enrol? */
export const askGateOperation: Operation = {
  method: 'POST',
  path: '/eligibility',
  scope: 'gate',
  summary: 'Ask whether somebody may enrol in a service',
  body: GateQuestion,
  answers: { 200: Decision },
  problems: hold,
  idempotent: false,
  onFault: 'hold-enrolment',
  async run(call) {
    const { service, answer } = await call.desk.query(askGate, call.body, call.principal)
    await settle(call, service, [answer])
    return { status: 200, body: decision(answer) }
  },
}

/** The same for up to a thousand people; each counts against the client's rate. */
export const askGateBatchOperation: Operation = {
  method: 'POST',
  path: '/eligibility/batch',
  scope: 'gate',
  summary: 'Ask about up to 1,000 people at once',
  body: GateBatchQuestion,
  answers: { 200: z.object({ results: z.array(Decision.extend({ ref: z.string() })) }) },
  problems: hold,
  idempotent: false,
  bodyLimit: 4 * 1_024 * 1_024,
  cost: (body) => checksIn(body),
  onFault: 'hold-enrolment',
  async run(call) {
    const { service, results } = await call.desk.query(askGateBatch, call.body, call.principal)
    await settle(call, service, results.map(({ answer }) => answer))
    return { status: 200, body: { results: results.map(({ ref, answer }) => ({ ref, ...decision(answer) })) } }
  },
}

function checksIn(body: unknown): number {
  const checks = typeof body === 'object' && body !== null && 'checks' in body ? body.checks : null
  return Array.isArray(checks) ? checks.length : 1
}
