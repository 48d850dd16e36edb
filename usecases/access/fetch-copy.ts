import { z } from 'zod'
import type { IdentityValue } from '#domain/erasure/identity.ts'
import type { SystemCopy } from '#domain/erasure/copy-rows.ts'
import type { ErasureInstruction } from '#domain/erasure/instruction.ts'
import type { Principal } from '../actor.ts'
import { runCommand } from '../command.ts'
import { AppError, unavailable } from '../errors.ts'
import { procedure, type ProcedureContext } from '../procedure.ts'
import type { Store } from '../ports/store.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import { ByLink, copyBehind } from './copy-behind.ts'
import { copyDocument, type CopyFile } from './copy-document.ts'
import { handOverCopy } from './hand-over-copy.ts'
import { noteCopyFailed } from './note-copy-failed.ts'
import { ownCopies } from './own-copy.ts'

const Input = ByLink.extend({ language: z.string().max(35).optional() })

/** Systems whose rows a connector reads; of any other a person has to ask. */
const readable: ReadonlySet<string> = new Set(['sqlite', 'postgresql'])

/** A system that can not be read as it is described stays so until somebody mends it; the others answer later. */
const lasting: ReadonlySet<string> = new Set(['not_allowed', 'no_permission', 'table_missing', 'plan_has_problems'])

/** A file that may leave now: its entry is written. */
export interface FetchedCopy {
  readonly file: CopyFile
  readonly caseCode: string
}

/**
 * Makes the copy that a link leads to, from the systems as they are in this moment, and writes its entry. Null where
 * the link leads nowhere. Nothing of it is stored.
 *
 * @throws Unavailable where a system does not answer: half a copy is none, and it can be asked for again
 */
export const fetchCopy = procedure({
  name: 'access.fetch',
  async run(desk, rawInput, principal): Promise<FetchedCopy | null> {
    const parsed = Input.safeParse(rawInput)
    if (!parsed.success) return null
    const { token, language } = parsed.data
    const at = desk.runtime.clock.now()
    const ground = await desk.runtime.unitOfWork.read((store) => groundOf(store, token, at))
    if (ground === null) return null
    const { request, identities, systems, own } = ground
    const instruction: ErasureInstruction = { kind: 'access', scope: request.scope, holds: [], at }
    const copies: SystemCopy[] = []
    // One after the other: each may be large, and nobody is on the line.
    for (const system of systems.filter(({ kind }) => readable.has(kind))) {
      copies.push(await copyOf(desk, { system, identities, instruction, token }, principal))
    }
    const file = copyDocument({
      request, at, own, systems: copies, locale: language ?? ground.locale,
      unread: systems.filter(({ kind }) => !readable.has(kind)),
    })
    const { text: _, ...entry } = file
    try {
      const { caseCode } = await runCommand(desk.runtime, handOverCopy, { token, ...entry }, principal)
      return { file, caseCode }
    } catch (fault) {
      if (fault instanceof AppError && fault.code === 'not_found') return null
      throw fault
    }
  },
})

async function groundOf(store: Store, token: string, now: number) {
  const behind = await copyBehind(store, token, now)
  if (behind === null) return null
  const { link, stored: { request } } = behind
  const identities: IdentityValue[] = []
  for (const { subjectId, known } of request.subjects) {
    if (known !== 'on_file' || (await store.subjects.get(subjectId))?.status !== 'active') continue
    // What they hold now: a number that they gave up may be somebody else's by today (invariant 8).
    for (const { type, value, heldTo } of await store.subjects.identifiers(subjectId)) {
      if (heldTo === null) identities.push({ type, value })
    }
  }
  const own = await ownCopies(store, request)
  return { request, identities, own, systems: await store.systems.list(), locale: link.locale }
}

interface Asked {
  readonly system: SystemRecord
  readonly identities: readonly IdentityValue[]
  readonly instruction: ErasureInstruction
  readonly token: string
}

async function copyOf(
  { runtime, connectors }: ProcedureContext,
  { system, identities, instruction, token }: Asked,
  principal: Principal,
): Promise<SystemCopy> {
  const connector = connectors.over(system)
  try {
    return await connector.copy(identities, instruction)
  } catch (fault) {
    const code = connectors.faultCode(fault)
    if (code === null) throw fault
    await runCommand(runtime, noteCopyFailed, { token, system: system.name, fault: code }, principal)
    if (!lasting.has(code)) throw unavailable(`system_${code}`, 300)
    return { system: system.name, role: system.role, collections: [], gaps: [{ collection: '*', why: 'missing' }] }
  } finally {
    await connector.close()
  }
}
