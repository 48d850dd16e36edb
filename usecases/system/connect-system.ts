import { runCommand } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import { procedure } from '../procedure.ts'
import { addSystem, AddSystemInput, describedSystem, unreachable } from './add-system.ts'
import { mayConnect } from './may-connect.ts'

/**
 * Looks whether a system can be reached where it is said to be, and then adds it: an address that is not allowed or
 * leads nowhere is refused before it is on file.
 */
export const connectSystem = procedure({
  name: 'system.add',
  async run({ runtime, connectors }, rawInput, principal) {
    const parsed = AddSystemInput.safeParse(rawInput)
    if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
    await mayConnect(runtime, principal)
    const connector = connectors.over(describedSystem(parsed.data, runtime.ids.uuid(), runtime.clock.now()))
    try {
      await connector.describe()
    } catch (fault) {
      const code = connectors.faultCode(fault)
      throw code === null ? fault : unreachable(code)
    } finally {
      await connector.close()
    }
    return runCommand(runtime, addSystem, parsed.data, principal)
  },
})
