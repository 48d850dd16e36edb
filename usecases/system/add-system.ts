import { z } from 'zod'
import { parseDataset } from '#domain/erasure/dataset.ts'
import { FileFault } from '#domain/erasure/file-fault.ts'
import { parsePolicy } from '#domain/erasure/parse-policy.ts'
import { command } from '../command.ts'
import { AppError, invalidInput } from '../errors.ts'
import type { SystemRecord } from '../ports/system-store.ts'
import { kindOfAddress } from './kind-of-address.ts'

/** Hours that a system usually takes where nobody says otherwise: one working day and its night. */
const usualHours = 24

export const AddSystemInput = z.object({
  /** Stands in plans, entries and file names, so short and plain. `rightsdesk` is our own data. */
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, { error: 'invalid' })
    .refine((name) => name !== 'rightsdesk', { error: 'taken' }),
  role: z.enum(['own', 'processor', 'recipient']),
  url: z.string().max(2_000).refine((url) => kindOfAddress(url) !== null, { error: 'system_address' }),
  /** fideslang dataset, YAML. */
  dataset: z.string().max(2_000_000).refine((text) => reads(() => parseDataset(text)), { error: 'dataset' }),
  /** Policy, YAML; empty: everything below `user` goes. */
  policy: z.string().max(500_000).default('').refine((text) => text.trim() === '' || reads(() => parsePolicy(text)), { error: 'policy' }),
  usualHours: z.int().min(0).max(2_000).default(usualHours),
})

/** A system as it is described by what was typed, before it is on file. @throws never for a parsed input */
export function describedSystem(input: z.infer<typeof AddSystemInput>, id: string, now: number): SystemRecord {
  return { ...input, id, kind: kindOfAddress(input.url) ?? 'sqlite', addedAt: now, version: 1, contact: null, lastCheck: null }
}

/** Connects a system that holds people's data: its address is sealed, its dataset and policy stand as given. */
export const addSystem = command({
  name: 'system.add',
  permission: 'system.add',
  input: AddSystemInput,
  async run({ input, actor, now, store, ids }) {
    if ((await store.systems.byName(input.name)) !== null) {
      throw new AppError('conflict', 'system_exists', { fields: { name: 'taken' } })
    }
    const system = describedSystem(input, ids.uuid(), now)
    await store.systems.add(system, actor.id ?? 'nobody')
    const { id, name, role, kind } = system
    return {
      value: { systemId: id, name, role, kind },
      events: [{ what: 'system.added', data: { system: name, role, kind } }],
    }
  },
})

/** Whether a file can be read. What is wrong with it, place by place, is for whoever holds the file: `FileFault`. */
function reads(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch (fault) {
    if (fault instanceof FileFault) return false
    throw fault
  }
}

/** The refusal of a system that can not be reached as it is described; `code` is the connector's. */
export const unreachable = (code: string) => invalidInput(`system_${code}`, { url: `system_${code}` })
