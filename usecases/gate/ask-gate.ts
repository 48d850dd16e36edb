import { z } from 'zod'
import { decisionIdFrom } from '#domain/ineligibility/decision-id.ts'
import { BroughtIdentifier, ServiceKey } from '../api/fields.ts'
import { invalidInput } from '../errors.ts'
import { query, type QueryContext } from '../query.ts'

const Identifiers = z.array(BroughtIdentifier).min(1, { error: 'required' }).max(20, { error: 'too_big' })

export const GateQuestion = z.strictObject({ service: ServiceKey, identifiers: Identifiers })

export const GateBatchQuestion = z.strictObject({
  service: ServiceKey,
  checks: z
    .array(
      z.strictObject({
        ref: z.string().min(1).max(100).describe('Comes back with the answer; stored nowhere.'),
        identifiers: Identifiers,
      }),
    )
    .min(1, { error: 'required' })
    .max(1_000, { error: 'too_big' }),
})

/** One answer of the gate. `entryId` says what refuses; it stays inside. */
export interface GateAnswer {
  readonly decisionId: string
  readonly entryId: string | null
}

type Person = z.infer<typeof GateQuestion>['identifiers']

type Asked = Pick<QueryContext<unknown>, 'store' | 'ids' | 'now'>

async function answers(
  { store, ids, now }: Asked,
  service: string,
  people: readonly Person[],
): Promise<GateAnswer[]> {
  const barring = await store.gate.barring(service, people, now)
  if (barring === null) throw invalidInput('input', { service: 'unknown_service' })
  return barring.map((entryId) => ({ decisionId: decisionIdFrom(ids.bytes(16)), entryId }))
}

/**
 * Whether a person may enrol in a service (domain book §7). It leaves no entry of its own: a refusal is recorded by
 * `recordRefusals` before it is answered, and what is allowed is counted.
 */
export const askGate = query({
  name: 'gate.ask',
  permission: 'gate.ask',
  input: GateQuestion,
  async run({ input, ...context }) {
    const [answer] = await answers(context, input.service, [input.identifiers])
    return { service: input.service, answer: answer as GateAnswer }
  },
})

/** The same for many people at once; the answers stand in the order of the checks. */
export const askGateBatch = query({
  name: 'gate.ask_batch',
  permission: 'gate.ask',
  input: GateBatchQuestion,
  async run({ input, ...context }) {
    const people = input.checks.map((check) => check.identifiers)
    const found = await answers(context, input.service, people)
    return {
      service: input.service,
      results: input.checks.map(({ ref }, index) => ({ ref, answer: found[index] as GateAnswer })),
    }
  },
})
