import { ensureRuntime } from './node-runtime.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'
import { say, spoken } from './say.mjs'

/**
 * What every script needs: a supported Node, the packages, and the generated database clients. Takes a fraction
 * of a second when all are there. May never return: see `ensureRuntime`.
 */
export async function prepare() {
  process.chdir(root)
  await ensureRuntime()
  await install()
  const { generatePrisma } = await import('../generate-prisma.mjs')
  const started = Date.now()
  if (await generatePrisma()) say(`✓ generating the database clients: ${spoken(Date.now() - started)}`)
}

/**
 * Runs a script's body and turns its error into one readable line and exit code 1.
 *
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
