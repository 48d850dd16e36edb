import { disableStaff } from '#usecases/staff/disable-staff.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<e-mail>',
  summary: 'Ends a log-in and all its sessions at once.',
  positionals: ['e-mail'],
  options: {},
  async run({ args: [email], open }) {
    const { staffId, sessions } = await (await open()).command(disableStaff, { email }, operator)
    return { json: { staff_id: staffId, sessions }, lines: [`disabled ${staffId}; sessions ended: ${sessions}`] }
  },
})
