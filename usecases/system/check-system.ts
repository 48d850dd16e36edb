import { z } from 'zod'
import type { TrialAnswer } from '../ports/connector.ts'
import { command, runCommand } from '../command.ts'
import { invalidInput, notFound } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import type { SystemCheckView } from '../views/settings.ts'
import { unreachable } from './add-system.ts'
import { mayConnect } from './may-connect.ts'
import { checkView } from './system-view.ts'

const CheckSystemInput = z.object({ name: z.string().min(1).max(40) })

/**
 * What an erasure would do in a system: an invented person is put into every collection, erased and looked for again,
 * and everything is rolled back. The result is kept with the system.
 */
export const checkSystem = procedure({
  name: 'system.check',
  async run({ runtime, connectors }, rawInput, principal): Promise<SystemCheckView> {
    const parsed = CheckSystemInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    await mayConnect(runtime, principal)
    const { name } = parsed.data
    const connector = await connectors.of(name)
    if (connector === null) throw notFound('no_such_system')
    let answer: TrialAnswer
    try {
      answer = await connector.tryOnInvented(runtime.clock.now())
    } catch (fault) {
      const code = connectors.faultCode(fault)
      throw code === null ? fault : unreachable(code)
    } finally {
      await connector.close()
    }
    await runCommand(runtime, recordCheck, { name, answer: JSON.stringify(answer) }, principal)
    return checkView({ at: runtime.clock.now(), answer })
  },
})

/** Keeps what a check found. */
export const recordCheck = command({
  name: 'system.record_check',
  permission: 'system.check',
  input: z.object({ name: z.string(), answer: z.string() }),
  async run({ input, now, store }) {
    const system = await store.systems.byName(input.name)
    if (system === null) throw notFound('no_such_system')
    // A `TrialAnswer` of our own connector's, names of a schema and counts; so it is not taken apart again here.
    const answer = JSON.parse(input.answer) as TrialAnswer
    await store.systems.keepCheck(input.name, { at: now, answer })
    return {
      value: { ok: answer.ok },
      events: [{ what: 'system.checked', data: { system: input.name, ok: answer.ok, problems: answer.problems.length } }],
    }
  },
})
