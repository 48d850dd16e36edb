import fc from 'fast-check'
import { afterEach } from 'vitest'
import { takeConsoleErrors } from '#tests/support/console.ts'

/** One seed for every property, so that a run can be repeated; `RIGHTSDESK_SEED` tries another. */
fc.configureGlobal({ seed: Number(process.env.RIGHTSDESK_SEED ?? 20180117) })

afterEach(() => {
  const unexpected = takeConsoleErrors()
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join('\n')}`)
})
