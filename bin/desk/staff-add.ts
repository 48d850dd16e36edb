import { addStaff } from '#usecases/staff/add-staff.ts'
import { generatedPassword, passwordFromInput } from '../cli/password.ts'
import { operator, UsageError, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '<e-mail> --role agent|supervisor|auditor|administrator [--human-ref <personnel number>] [--password-stdin]',
  summary: 'Adds a log-in. Without --password-stdin a password is made and printed once.',
  positionals: ['e-mail'],
  options: {
    role: { type: 'string' },
    'human-ref': { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ args: [email], values, open }) {
    if (values.role === undefined) throw new UsageError('--role is missing')
    const typed = values['password-stdin'] === true
    const password = typed ? await passwordFromInput() : generatedPassword()
    const desk = await open()
    const input = { email, role: values.role, humanRef: values['human-ref'], password }
    const { staffId } = await addStaff.run(desk, input, operator)
    return {
      json: { staff_id: staffId, ...(typed ? {} : { password }) },
      lines: [`added ${values.role} ${staffId}`, ...(typed ? [] : [`password (shown once): ${password}`])],
    }
  },
})
