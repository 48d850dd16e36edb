import { z } from 'zod'
import { isBeforeExecuting } from '#domain/request/states.ts'
import { isOfStaff, maySomedayCancel } from '#domain/request/take-back.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { notAllowed } from '../errors.ts'
import type { RegistryEntryRecord } from '../ports/registry-store.ts'
import type { Store } from '../ports/store.ts'
import { serviceRef } from '../present/service-ref.ts'
import { query } from '../query.ts'
import { deciderQuestion, lockOf, type DeciderQuestion } from '../queue/decider-lock.ts'
import type { IneligibilityView, MarkLineView } from '../views/ineligibility.ts'

const mostShown = 100
/** What was superseded stays on the list for so long. */
const supersededForMs = 30 * 86_400_000

/** Marks that are asked for, that stand and that were a mistake: by case, service and date, and nothing of a person. */
export const listIneligibility = query({
  name: 'registry.list',
  permission: 'registry.list',
  input: z.object({}),
  async run({ actor, store, now }): Promise<IneligibilityView> {
    if (actor.type !== 'staff') throw notAllowed('sign_in_needed')
    const settings = requestSettingsFrom(await store.settings.all())
    const question = await deciderQuestion(store, actor.humanRef, now, settings)
    const services = (await store.consents.services()).map((service) => serviceRef(service.key))
    if (actor.role !== 'supervisor') {
      const own = (await requestsOf(question, actor.humanRef)).map((one) => ({ ...one, notYours: null }))
      return { now, marksShown: false, services, standing: 0, toReview: 0, requests: own, marks: [], superseded: [] }
    }
    const requests = await requestsOf(question)
    const [{ entries, total }, superseded] = [
      await store.registry.standing(now, mostShown),
      await store.registry.superseded(now - supersededForMs, mostShown),
    ]
    const corrected = await store.requests.openCorrections(entries.map((entry) => entry.id))
    return {
      now,
      marksShown: true,
      services,
      standing: total,
      toReview: entries.filter((entry) => entry.reviewOn <= now).length,
      requests,
      marks: await Promise.all(entries.map((entry) => markLine(store, entry, corrected, now))),
      superseded: await Promise.all(
        superseded.map(async (entry) => ({
          entryId: entry.id,
          service: serviceRef(entry.service),
          caseCode: await caseOf(store, entry),
          why: entry.supersededFor ?? '',
          at: entry.supersededAt ?? now,
        })),
      ),
    }
  },
})

const caseOf = async (store: Store, entry: RegistryEntryRecord): Promise<string | null> =>
  (await store.requests.byId(entry.requestId))?.request.caseCode ?? null

async function markLine(
  store: Store,
  entry: RegistryEntryRecord,
  corrected: ReadonlyMap<string, string>,
  now: number,
): Promise<MarkLineView> {
  return {
    entryId: entry.id,
    service: serviceRef(entry.service),
    caseCode: await caseOf(store, entry),
    markedAt: entry.createdAt,
    reviewOn: entry.reviewOn,
    due: entry.reviewOn <= now,
    endsAt: entry.endsAt,
    corrected: corrected.get(entry.id) ?? null,
  }
}

/** The requests of both kinds that are not ended, of everybody or of one human, the most pressing first. */
async function requestsOf(question: DeciderQuestion, openedBy?: string): Promise<IneligibilityView['requests']> {
  const found = await question.store.requests.ofMarks(mostShown, openedBy)
  return Promise.all(
    found.map(async ({ request }) => ({
      caseCode: request.caseCode,
      kind: request.kind,
      state: request.state,
      service: request.scope.scope === 'service' ? serviceRef(request.scope.service) : null,
      askedBy: request.openedBy.type === 'staff' ? request.openedBy.human : null,
      approvedBy: request.approvals[0]?.human ?? null,
      decideBy: request.decideBy,
      notYours: await lockForNext(question, request),
      takeBack:
        isOfStaff(request) && maySomedayCancel(request, question.human) && isBeforeExecuting(request.state)
          ? request.version
          : null,
    })),
  )
}

/** Of two supervisors the second is not the first. */
async function lockForNext(question: DeciderQuestion, request: Parameters<typeof lockOf>[1]) {
  const first = request.approvals.some((one) => one.human === question.human)
  return lockOf(question, request, { unapproved: first })
}
