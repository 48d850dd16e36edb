import { z } from 'zod'
import { scriptFor, scriptLocales } from '#domain/script/script.ts'
import { wordsInForce } from '#domain/script/versions.ts'
import { query } from '../query.ts'
import { fittingOutcomes } from '../call/fitting-outcomes.ts'
import { erasedPerson } from '../erased/erased-person.ts'
import { isLive, staffActor } from '../call/own-call.ts'
import { levelOfGrant } from '../call/level-in.ts'
import { requestsOfCall, waitingInCall } from '../call/requests-of-call.ts'
import type { CallBarView, DeskView } from '../views/desk.ts'
import { assuranceView, erasedAssurance } from './assurance-view.ts'
import { callPeople } from './call-people.ts'
import type { DeskContext } from './desk-context.ts'
import { handOverOf } from './hand-over-views.ts'
import { idleView, incomingView } from './idle-view.ts'
import { lockedPerson } from './locked-person.ts'
import { statedContactView } from './nobody-found.ts'
import { optOutsOf } from './opt-outs-of.ts'
import { personOnFile } from './person-on-file.ts'
import { verifiedPerson } from './verified-person.ts'

const ViewDeskInput = z.object({
  /** The reader's language, BCP 47: what stands beside a line that is read aloud. */
  locale: z.string().max(35),
  /** From a screen pop's cookie; shown masked, looked up only when the agent says so. */
  incoming: z
    .object({ number: z.string().max(400), telephonyId: z.string().max(128).nullable() })
    .nullable()
    .default(null),
})

/**
 * The agent's desk, rendered by GET: what may be shown of a person is what the look-ups and codes of the agent's own
 * live call granted, and their entries cover it.
 */
export const viewDesk = query({
  name: 'call.view',
  permission: 'call.view',
  input: ViewDeskInput,
  async run(context): Promise<DeskView> {
    const { store, now, input } = context
    const staff = staffActor(context)
    const call = await store.calls.unfinished(staff.id)
    if (call === null || !isLive(call, staff)) return idleView(context, input.incoming, call)

    const desk: DeskContext = { ...context, call, reader: input.locale }
    const grant = call.subjectId === null ? null : await store.calls.grant(call.id, call.subjectId)
    const person = grant === null ? null : await personOnFile(store, grant.subjectId)
    const level = person === null ? 0 : levelOfGrant(grant, now)
    const [notes, requests, settings] = await Promise.all([
      store.calls.notes(call.id),
      requestsOfCall(store, call.id),
      store.settings.all(),
    ])
    const erased = call.found === 'erased' ? await erasedPerson(desk, requests) : null
    const bar: CallBarView = {
      callId: call.id,
      startedAt: call.startedAt,
      channel: call.channel as CallBarView['channel'],
      callerLocale: call.locale,
      scriptLocales: [...scriptLocales],
      assurance:
        erased === null
          ? await assuranceView(store, call.id, person === null ? null : grant, level)
          : await erasedAssurance(store, call, now),
      notes,
      ...(await handOverOf(context, call)),
    }
    const lookUp = { matchedBy: (call.foundBy ?? 'phone') as 'phone', lookedUpAt: call.lookedUpAt ?? call.startedAt }
    const shown = async () => {
      if (call.found === null) return { found: 'nothing_yet' } as const
      if (erased !== null) return erased
      if (call.found === 'several') return { found: 'several', ...lookUp } as const
      if (person === null) {
        return { found: 'none', ...lookUp, stated: await statedContactView(desk) } as const
      }
      return level < 2
        ? { found: 'locked' as const, ...lookUp, ...(await lockedPerson(desk, person, level)) }
        : { found: 'verified' as const, ...lookUp, ...(await verifiedPerson(desk, person, level, requests)) }
    }
    const locales = { caller: call.locale, reader: input.locale }
    const wordsOf = wordsInForce(await store.scripts.versions(), now)
    const sayNow = scriptFor('say_now', locales, {}, wordsOf)
    const optOutScript = scriptFor('opt_out', locales, {}, wordsOf)
    return {
      state: 'call',
      now,
      homeCountry: settings.home_country,
      call: bar,
      sayNow: { ...sayNow, lines: [...sayNow.lines] },
      person: await shown(),
      people: await callPeople(desk),
      optOuts: await optOutsOf(store),
      optOutScript: { ...optOutScript, lines: [...optOutScript.lines] },
      outcomes: fittingOutcomes({ opened: requests.length, waiting: (await waitingInCall(store, call)).length }),
      incoming: incomingView(input.incoming, settings.home_country),
    }
  },
})
