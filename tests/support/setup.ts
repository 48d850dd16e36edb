import fc from 'fast-check'
import { afterAll, afterEach } from 'vitest'
import { closeAfterFile } from '#tests/support/after-file.ts'
import { takeConsoleErrors } from '#tests/support/console.ts'

/** One seed for every property, so that a run can be repeated; `RIGHTSDESK_SEED` tries another. */
fc.configureGlobal({ seed: Number(process.env.RIGHTSDESK_SEED ?? 20180117) })

// Hooks of the end run in the reverse of their order: this one after all of the file's own.
afterAll(closeAfterFile)

afterEach(() => {
  const unexpected = takeConsoleErrors()
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join('\n')}`)
})
