import { randomBytes } from 'node:crypto'
import { writeCrockford } from '#domain/request/crockford.ts'
import { UsageError } from './verb.ts'

/** A generated password: 100 random bits that can be read out. */
export const generatedPassword = (): string => (writeCrockford(new Uint8Array(randomBytes(13)), 20).match(/.{5}/g) ?? []).join('-')

/**
 * The first line of standard input. A password never comes as an argument: those stand in the shell's history and in
 * the list of processes. @throws UsageError when it is empty
 */
export async function passwordFromInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const line = Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
  if (line === '') throw new UsageError('--password-stdin: nothing came on standard input')
  return line
}
