import { isFinal } from '#domain/request/states.ts'
import type { Request } from '#domain/request/request.ts'
import { waitsForItsPerson } from '#domain/request/unknown-person.ts'
import { staffActor } from '../call/own-call.ts'
import { command, type CommandResult } from '../command.ts'
import { notAllowed, preconditionFailed } from '../errors.ts'
import type { AuditEvent } from '../event.ts'
import { committedLookUp, matchReadings, readingsOf, type Found } from '../person/look-up-person.ts'
import { nameSubjectsInput } from '../views/case-inputs.ts'
import type { SubjectsNamed } from '../views/case.ts'
import { caseByCode } from './act-on-case.ts'
import { namePerson } from './name-person.ts'
import { notePossible, possibleFor } from './possible-people.ts'

/**
 * An identifier that came later says who an open request is about. It is a look-up, and written down as one, whatever
 * it gives. Where several people had the first one, only who of them has this too is named (domain book §5.4): one that
 * nobody has, that somebody else has or that an erased person had give the same answer, and name nobody.
 */
export const nameSubjects = command({
  name: 'request.name_subjects',
  permission: 'request.name_subjects',
  input: nameSubjectsInput,
  async run(context): Promise<CommandResult<SubjectsNamed>> {
    const { input, store, now } = context
    const stored = await caseByCode(context, input.caseCode, input.version)
    const { request, origin } = stored
    const about = { case: request.caseCode }
    if (origin.openedBy !== staffActor(context).humanRef) throw notAllowed('not_your_case', about)
    // Nothing is looked up for a case that nobody can be named in any more.
    if (!waitsForItsPerson(request)) throw preconditionFailed(whyNobody(request), about)

    const readings = await readingsOf(store, input.query)
    const possible = await possibleFor(store, request.id)
    const among = possible === null || input.afresh ? null : new Set(possible)
    const { reading, subjectIds } = await matchReadings(store, readings, among)
    const [subjectId, ...others] = subjectIds
    const fits: Found = subjectId === undefined ? 'none' : others.length === 0 ? 'one' : 'several'
    const lookedUp: AuditEvent = {
      what: 'person.looked_up',
      ...about,
      subjects: subjectIds,
      data: { by: reading.kind, matches: fits, ...(among === null ? {} : { second: true }) },
      commit: { identifier: await committedLookUp(context, reading, fits === 'one' ? (subjectId ?? null) : null) },
    }
    if (subjectId === undefined || fits !== 'one') {
      // A second one that nobody has leaves open which of them is meant; one that several have narrows it.
      if (fits === 'several') await notePossible(store, request.id, subjectIds, now)
      const { caseCode, state, version } = request
      return { value: { caseCode, state, version, fits }, events: [lookedUp] }
    }
    const named = await namePerson(context, stored, subjectId)
    return { value: { ...named.value, fits }, events: [lookedUp, ...named.events], jobs: named.jobs ?? [] }
  },
})

function whyNobody({ subjects, state }: Request): string {
  if (subjects.length > 0) return 'subjects_known'
  return isFinal(state) ? 'final' : 'no_such_step'
}
