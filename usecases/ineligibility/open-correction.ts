import { command } from '../command.ts'
import { invalidInput, preconditionFailed } from '../errors.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { entryStands } from '../registry/bars-subject.ts'
import { askCorrectionInput } from '../views/ineligibility-inputs.ts'
import { alreadyAsked, openAsked } from './asked-by-staff.ts'

/**
 * Asks that a mark be found a mistake: wrong person, void enrolment, recycled number, court order. The entry is named
 * by the case that left it, since of somebody who was erased nothing else is left to name.
 */
export const openCorrection = command({
  name: 'request.open_correction',
  permission: 'request.open_mark',
  input: askCorrectionInput,
  async run(context) {
    const { input, store, now } = context
    const again = await alreadyAsked(context, input.idempotencyKey)
    if (again !== null) return again
    const marked = await store.requests.byCaseCode(input.caseCode)
    if (marked === null) throw invalidInput('mark', { caseCode: 'no_such_case' })
    const entry = await entryOf(store, marked, input.service, now)
    const under = (await store.requests.openCorrections([entry.id])).get(entry.id)
    if (under !== undefined) throw preconditionFailed('open_already', { case: under })
    return openAsked(context, {
      kind: 'ineligibility_correction',
      scope: { scope: 'service', service: entry.service },
      about: entry.id,
      subjects: await subjectsOf(store, marked, entry),
      jurisdiction: marked.origin.jurisdiction,
      words: input.words,
      idempotencyKey: input.idempotencyKey,
    })
  },
})

/** The one standing mark that is meant. @throws InvalidInput where there is none, or several and none was named */
async function entryOf(
  store: Store,
  { request }: StoredRequest,
  service: string,
  now: number,
): Promise<RegistryEntryRecord> {
  const standing = (await store.registry.ofRequest(request.id)).filter((one) => entryStands(one, now))
  const [entry] = service === '' ? standing : standing.filter((one) => one.service === service)
  if (entry === undefined) throw invalidInput('mark', { caseCode: 'no_mark' })
  if (service === '' && standing.length > 1) throw invalidInput('mark', { service: 'choose' })
  return entry
}

/** Who is on file is named; of who was erased only the entry is left. */
async function subjectsOf(store: Store, { request }: StoredRequest, entry: RegistryEntryRecord) {
  const named = await Promise.all(request.subjects.map(({ subjectId }) => store.subjects.get(subjectId)))
  const onFile = named.flatMap((one) => (one?.status === 'active' ? [{ subjectId: one.id, known: 'on_file' as const }] : []))
  return onFile.length > 0 ? onFile : [{ subjectId: entry.id, known: 'erased' as const }]
}
