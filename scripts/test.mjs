import { main, prepare } from './lib/prepare.mjs'
import { useQuickFolder } from './lib/quick-folder.mjs'
import { say, spoken } from './lib/say.mjs'

/**
 * `npm test` runs everything; `npm test -- unit lint` runs these stages. The last line says how many tests
 * passed and failed.
 */
await main(async () => {
  const started = Date.now()
  await prepare()
  const { stages } = await import('./lib/test-stages.mjs')
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    throw new Error(`No such stage: ${unknown.join(', ')}. There are: ${stages.map((stage) => stage.name).join(', ')}.`)
  }

  useQuickFolder()

  let passed = 0
  let failed = 0
  /** @type {string[]} */
  const lines = []
  /** @param {import('./lib/test-stages.mjs').Stage} stage */
  async function runStage(stage) {
    const stageStarted = Date.now()
    say(`\n── ${stage.name}`)
    const count = await stage.run().catch((error) => {
      say(error instanceof Error ? error.message : String(error))
      return { passed: 0, failed: 1, notes: ['could not be run'] }
    })
    passed += count.passed
    failed += count.failed
    const mark = count.failed === 0 ? '✓' : '✗'
    lines.push(`${mark} ${stage.name}: ${count.passed} passed, ${count.failed} failed in ${spoken(Date.now() - stageStarted)}`)
    lines.push(...count.notes.map((note) => `  ${note}`))
  }

  const running = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  for (const stage of running.filter(({ beside }) => !running.some(({ name }) => name === beside))) {
    await Promise.all([stage, ...running.filter(({ beside }) => beside === stage.name)].map(runStage))
  }

  say(`\n${lines.join('\n')}\nall stages: ${spoken(Date.now() - started)}`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
})
