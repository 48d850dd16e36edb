import { mkdirSync } from 'node:fs'
import { openContainer } from '#server/container.ts'
import { migrate } from '#server/db/migrate.ts'
import { ensureFirstKeys } from '#server/keys/first-keys.ts'
import { initDesk } from '#usecases/setup/init-desk.ts'
import { generatedPassword, passwordFromInput } from '../cli/password.ts'
import { operator, verb as declare } from '../cli/verb.ts'

export const verb = declare({
  usage: '[--email <e-mail>] [--human-ref <personnel number>] [--country <ISO code>] [--password-stdin]',
  summary: 'Makes the keys, the database and the first administrator. Without --password-stdin a password is printed once.',
  positionals: [],
  options: {
    email: { type: 'string', default: 'administrator@localhost.example' },
    'human-ref': { type: 'string' },
    country: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ values, config, say }) {
    const typed = values['password-stdin'] === true
    const password = typed ? await passwordFromInput() : generatedPassword()
    const { databaseUrl, databaseOwnerUrl, dataDirectory } = config()
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
    await migrate({ databaseUrl, ownerUrl: databaseOwnerUrl, log: say })
    const keysCreated = await ensureFirstKeys(config())
    if (keysCreated) say('keys created: copy that directory to a safe place of its own; without it nothing can be read')
    const desk = await openContainer({ config: config() })
    try {
      const input = { email: values.email, humanRef: values['human-ref'], country: values.country, password }
      const { staffId } = await initDesk.run(desk, input, operator)
      return {
        json: { staff_id: staffId, email: values.email, keys_created: keysCreated, ...(typed ? {} : { password }) },
        lines: [
          `first administrator: ${values.email}`,
          ...(typed ? [] : [`password (shown once): ${password}`]),
        ],
      }
    } finally {
      await desk.close()
    }
  },
})
