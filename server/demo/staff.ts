import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { roles, type Role } from '#domain/access/actor-kinds.ts'

/** Who works at the demo's desk. The e-mail's first part is their personnel reference too. */
export const demoStaff = [
  { key: 'admin', role: 'administrator', email: 'wu.min@desk.example' },
  { key: 'li', role: 'agent', email: 'li.na@desk.example' },
  { key: 'zhang', role: 'agent', email: 'zhang.wei@desk.example' },
  { key: 'xu', role: 'agent', email: 'xu.lan@desk.example' },
  { key: 'chen', role: 'supervisor', email: 'chen.jie@desk.example' },
  { key: 'wang', role: 'supervisor', email: 'wang.fang@desk.example' },
  { key: 'zhao', role: 'supervisor', email: 'zhao.lei@desk.example' },
  { key: 'auditor', role: 'auditor', email: 'sun.yue@desk.example' },
] as const satisfies readonly { key: string; role: Role; email: string }[]

export type DemoStaffKey = (typeof demoStaff)[number]['key']

const SignIn = z.object({ role: z.enum(roles), email: z.string(), password: z.string() })
export type DemoSignIn = z.infer<typeof SignIn>

const fileOf = (dataDirectory: string) => join(dataDirectory, 'demo-sign-ins.json')

/** Without letters and digits that look alike. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')

/**
 * The sign-ins of this demo. They are drawn once for each desk and kept in its data folder, for its owner alone: a
 * password that stands in a repository would open every demo that somebody put on a network.
 */
export function demoSignIns(dataDirectory: string): DemoSignIn[] {
  const known = readSignIns(dataDirectory)
  if (known !== null) return known
  const drawn = demoStaff.map(({ role, email }) => ({ role, email, password: [group(), group(), group()].join('-') }))
  const file = fileOf(dataDirectory)
  writeFileSync(`${file}.new`, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return drawn
}

/** The sign-ins that were drawn, or null where the file is gone: only their hashes are on file. */
export function readSignIns(dataDirectory: string): DemoSignIn[] | null {
  const file = fileOf(dataDirectory)
  return existsSync(file) ? z.array(SignIn).parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}
