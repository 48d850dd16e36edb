import errors from '#messages/en/errors.json' with { type: 'json' }
import { FileFault } from '#domain/erasure/file-fault.ts'
import { AppError } from '#usecases/errors.ts'
import { ConfigError } from '#server/config.ts'
import { KeyFault } from '#server/keys/key-files.ts'
import { MigrationError } from '#server/db/migrations/migration-files.ts'
import { ImportFault } from '#server/import/import-fault.ts'
import { logFault } from '#server/log.ts'
import { UsageError } from './verb.ts'

export interface Problem {
  readonly code: string
  readonly reason: string
  readonly message: string
}

const sentences: Readonly<Record<string, string>> = errors.reason
const fieldSentences: Readonly<Record<string, string>> = errors.field
const codes: Readonly<Record<string, string>> = errors.code

/** What went wrong, for a person and for a program: never a stack, never a value of somebody's. */
export function problemOf(verb: string, fault: unknown): Problem {
  if (fault instanceof UsageError) return { code: 'bad_usage', reason: 'bad_usage', message: fault.message }
  if (fault instanceof AppError) return { code: fault.code, reason: fault.reason, message: sentenceOf(fault) }
  if (fault instanceof ConfigError) return { code: 'precondition_failed', reason: 'config', message: fault.message }
  if (fault instanceof KeyFault) return { code: 'precondition_failed', reason: 'keys', message: fault.message }
  if (fault instanceof MigrationError) return { code: 'precondition_failed', reason: 'migration', message: fault.message }
  if (fault instanceof FileFault) return { code: 'invalid_input', reason: 'file', message: fault.message }
  if (fault instanceof ImportFault) return { code: 'invalid_input', reason: fault.reason, message: fault.message }
  logFault(`desk ${verb}`, fault)
  return { code: 'unavailable', reason: 'fault', message: 'Something went wrong that should not have. Nothing was half done.' }
}

function sentenceOf(fault: AppError): string {
  const fields = Object.entries(fault.fields).map(([field, reason]) => `${field}: ${fieldSentences[reason] ?? reason}`)
  const sentence = sentences[fault.reason]
  const whole = sentence === undefined || sentence.includes('{') ? codes[fault.code] : sentence
  // Above a form it says "something in the form"; here the fields themselves say what.
  const head = fault.reason === 'input' ? [] : [whole ?? fault.reason]
  return [...head, ...fields].join('\n')
}
