import { z } from 'zod'
import type { Principal } from '../actor.ts'
import { command, recordEnd, runCommand } from '../command.ts'
import { invalidInput, notAllowed } from '../errors.ts'
import { fieldFaults } from '../field-faults.ts'
import type { KitOrder, MadeKit } from '../ports/log-kits.ts'
import { procedure, type ProcedureContext } from '../procedure.ts'
import { query, runQuery } from '../query.ts'
import type { ExportLogResult } from '../views/log.ts'
import { IsoDay } from './log-filter.ts'

export const ExportLogInput = z
  .object({ from: IsoDay, to: IsoDay })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'range' })

/** Asked before a kit is made: who may not export does not make the machine work, and leaves an entry. */
export const beginExport = query({
  name: 'log.begin_export',
  permission: 'log.export',
  input: z.object({}),
  async run({ actor }): Promise<KitOrder['exporter'] & { staffId: string | null }> {
    if (actor.type === 'staff') return { type: 'staff', ref: actor.humanRef, staffId: actor.id }
    if (actor.type === 'operator') return { type: 'operator', ref: 'operator', staffId: null }
    throw notAllowed('not_permitted')
  },
})

/** The entry of an export. It is committed before anybody can reach the kit. */
export const recordExport = command({
  name: 'log.export',
  permission: 'log.export',
  input: ExportLogInput.safeExtend({
    entries: z.int().min(0),
    firstSeq: z.int().min(0).nullable(),
    lastSeq: z.int().min(0).nullable(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  async run({ input: { from, to, entries, firstSeq, lastSeq, sha256 } }) {
    const data = { from, to, entries, first_seq: firstSeq, last_seq: lastSeq, kit_sha256: sha256 }
    return { value: null, events: [{ what: 'log.exported', data }] }
  },
})

/** The kit of a period, for the auditor who asks: fetched once, through a link of their own. */
export const exportLog = procedure({
  name: 'log.export',
  async run(context, input, principal): Promise<ExportLogResult> {
    const kit = await exported(context, input, principal, ({ staffId }) => {
      if (staffId === null) throw notAllowed('not_permitted')
      return { kind: 'link', staffId }
    })
    return { entries: kit.entries, file: kit.file, href: kit.href ?? '', sha256: kit.sha256 }
  },
})

/** The kit of a period, into a file that the operator named on the command line. */
export const exportLogToFile =
  (path: string) =>
  (context: ProcedureContext, input: unknown, principal: Principal): Promise<MadeKit> =>
    exported(context, input, principal, ({ type }) => {
      // A path is for whoever has a shell anyway: over the web it would be a way to write files.
      if (type !== 'operator') throw notAllowed('not_permitted')
      return { kind: 'file', path }
    })

type Exporter = Awaited<ReturnType<typeof beginExport.run>>

async function exported(
  { runtime, kits }: ProcedureContext,
  rawInput: unknown,
  principal: Principal,
  placeFor: (exporter: Exporter) => KitOrder['place'],
): Promise<MadeKit> {
  const exporter = await runQuery(runtime, beginExport, {}, principal)
  const parsed = ExportLogInput.safeParse(rawInput)
  if (!parsed.success) throw invalidInput('input', fieldFaults(parsed.error))
  const at = runtime.clock.now()
  const kit = await madeOrRecorded(runtime, principal, at, () =>
    kits.make({
      ...parsed.data,
      exporter: { type: exporter.type, ref: exporter.ref },
      at,
      place: placeFor(exporter),
    }),
  )
  try {
    const { entries, firstSeq, lastSeq, sha256 } = kit
    await runCommand(runtime, recordExport, { ...parsed.data, entries, firstSeq, lastSeq, sha256 }, principal)
    await kit.publish()
    return kit
  } catch (fault) {
    await kit.discard()
    throw fault
  }
}

/** A kit that could not be made leaves an entry as well (domain book §4, 10). */
async function madeOrRecorded(
  runtime: ProcedureContext['runtime'],
  principal: Principal,
  at: number,
  make: () => Promise<MadeKit>,
): Promise<MadeKit> {
  try {
    return await make()
  } catch (fault) {
    await recordEnd(runtime, recordExport, await runtime.unitOfWork.resolveActor(principal, at), at, fault)
    throw fault
  }
}
