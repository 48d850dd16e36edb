import { listSystems } from '#usecases/system/list-systems.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '',
  summary: 'Lists the connected systems, without their addresses: those may carry passwords.',
  positionals: [],
  options: {},
  async run({ open }) {
    const { systems } = await (await open()).query(listSystems, {}, operator)
    return {
      json: {
        systems: systems.map(({ name, kind, role, datasets, policyVersion, where, lastCheck }) => ({
          name, kind, role, datasets, policy_version: policyVersion, where,
          checked_at: lastCheck === null ? null : new Date(lastCheck.at).toISOString(),
          ok: lastCheck?.ok ?? null,
        })),
      },
      lines: systems.map(({ name, kind, role, where, lastCheck }) => {
        const checked = lastCheck === null ? 'not checked yet' : lastCheck.ok ? 'checked' : 'has problems'
        return `${name.padEnd(20)} ${kind.padEnd(11)} ${role.padEnd(10)} ${checked.padEnd(16)} ${where}`.trimEnd()
      }),
    }
  },
})
