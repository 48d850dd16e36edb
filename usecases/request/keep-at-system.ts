import { keepRest } from '#domain/erasure/keep-rest.ts'
import { command, type CommandContext } from '../command.ts'
import { sealedMs } from '../erasure/sealed-span.ts'
import { readSealed, writeSealed } from '../erasure/sealed-system.ts'
import { invalidInput } from '../errors.ts'
import { keepInput } from '../views/case-inputs.ts'
import { actOnCase, caseByCode } from './act-on-case.ts'
import { requestActor } from './request-actor.ts'

/**
 * What a system still holds stays there, on a legal basis of ours and until a date. One supervisor proposes it, a
 * second who may decide agrees to exactly that; the person is told. A partner that keeps silent is no basis.
 */
export const keepAtSystem = command({
  name: 'request.keep',
  permission: 'request.keep',
  input: keepInput,
  async run(context) {
    const { input, actor, now, store } = context
    const { system, basis } = input
    const until = Date.parse(`${input.until}T00:00:00Z`)
    if (until <= now) throw invalidInput('input', { until: 'date_past' })
    const stored = await caseByCode(context, input.caseCode, input.version)
    const isSecond = stored.request.proposals.some(
      (one) => one.type === 'keep' && one.system === system && one.basis === basis && one.until === until,
    )
    const event = { type: 'keep', at: now, by: requestActor(actor), system, basis, until } as const
    const done = await actOnCase(context, stored, event, {
      what: 'request.kept', data: { system, basis, until: input.until, confirmed: isSecond },
    })
    if (isSecond) {
      await keepSealed(context, stored.request.id, system, input.until)
      for (const task of await store.erasure.tasks(stored.request.id)) {
        if (task.system === system && task.state === 'gave_up') {
          await store.erasure.saveTask({ ...task, state: 'dropped', endedAt: now })
        }
      }
    }
    return done
  },
})

/** What the system is asked again by says from now on that these rows stay. */
async function keepSealed(
  { store, now }: Pick<CommandContext<unknown>, 'store' | 'now'>,
  requestId: string,
  system: string,
  until: string,
): Promise<void> {
  const text = await store.erasure.sealed(requestId, 'keys', system)
  if (text === null) return
  const sealed = readSealed(text)
  const kept = writeSealed({ ...sealed, frozen: keepRest(sealed.frozen, until) })
  await store.erasure.seal({ requestId, kind: 'keys', system, text: kept, expiresAt: now + sealedMs })
}
