import { parseArgs } from 'node:util'
import { processConfig } from '#server/config.ts'
import type { Config } from '#server/config.ts'
import type { Container } from '#server/container.ts'
import { find, helpFor, overview } from './find-verb.ts'
import { problemOf } from './problem.ts'
import { UsageError, type AnyVerb, type Answer, type Call, type Options } from './verb.ts'

type Exit = 0 | 1 | 2

const out = (text: string) => process.stdout.write(`${text}\n`)
const say = (line: string) => void process.stderr.write(`${line}\n`)

/**
 * Runs one verb: 0 done, 1 refused, 2 called wrongly. Progress and problems go to standard error; with `--json` the
 * last line of standard output is one object, whatever happened.
 */
export async function runDesk(argv: readonly string[]): Promise<Exit> {
  const json = argv.includes('--json')
  const found = await find(argv)
  if (found === null) {
    const asked = argv[0] === 'help' || argv.includes('--help')
    const wrong = argv.find((word) => !word.startsWith('-'))
    const text = await overview()
    if (asked) {
      out(json ? JSON.stringify({ verbs: text.verbs }) : text.help)
      return 0
    }
    say(wrong === undefined ? text.help : `There is no verb "${wrong}". "npm run desk -- help" lists the verbs.`)
    if (json) out(JSON.stringify({ error: { code: 'bad_usage', message: 'there is no such verb' } }))
    return 2
  }
  const { name, verb, rest } = found
  if (rest.includes('--help')) {
    out(helpFor(name, verb))
    return 0
  }
  return runVerb(name, verb, rest, json)
}

async function runVerb(name: string, verb: AnyVerb, rest: readonly string[], json: boolean): Promise<Exit> {
  let desk: Container | undefined
  let config: Config | undefined
  const readConfig = () => (config ??= processConfig())
  const open = async () => {
    const { openDesk } = await import('./open-desk.ts')
    return (desk ??= await openDesk(readConfig()))
  }
  try {
    const answer = await verb.run({ ...read(verb, rest), config: readConfig, open, say })
    return tell(answer, json)
  } catch (fault) {
    const problem = problemOf(name, fault)
    say(problem.message)
    if (fault instanceof UsageError) say(`\n${helpFor(name, verb)}`)
    if (json) out(JSON.stringify({ error: problem }))
    return fault instanceof UsageError ? 2 : 1
  } finally {
    await desk?.close()
  }
}

function tell(answer: Answer, json: boolean): Exit {
  if (json) out(JSON.stringify(answer.json))
  else for (const line of answer.lines) out(line)
  return answer.refused === true ? 1 : 0
}

/** @throws UsageError */
function read(verb: AnyVerb, rest: readonly string[]): Pick<Call<Options>, 'values' | 'args'> {
  const options: Options = { ...verb.options, json: { type: 'boolean' } }
  let parsed
  try {
    parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true })
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : 'the options can not be read')
  }
  const missing = verb.positionals[parsed.positionals.length]
  if (missing !== undefined) throw new UsageError(`<${missing}> is missing`)
  if (parsed.positionals.length > verb.positionals.length) {
    throw new UsageError(`"${parsed.positionals[verb.positionals.length]}" is one word too many`)
  }
  return { values: parsed.values as Call<Options>['values'], args: parsed.positionals }
}
