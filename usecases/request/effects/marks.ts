import { barsAlone } from '#domain/ineligibility/bar.ts'
import type { AuditEvent } from '../../event.ts'
import { aboutRequest, type EffectContext, type EffectHandlers } from '../carry-out.ts'

/** A mark is looked at again after this long; counsel's date, until it is a setting of its own. */
const reviewAfterMs = 5 * 365 * 86_400_000

/** The services that a request marks for: its own, or for an account each one with a valid period (domain book §7). */
async function servicesOf({ store, request, facts }: EffectContext, subjectId: string): Promise<readonly string[]> {
  if (request.scope.scope === 'service') return [request.scope.service]
  const decision = facts.plan?.marks.find((mark) => mark.subjectId === subjectId)?.decision
  const named = decision?.mark === 'yes' ? decision.services : undefined
  return named ?? (await store.consents.services()).map((service) => service.key)
}

/** Marks in the registry of permanent ineligibility, written in the transaction of the step that asks for them. */
export const markEffects = {
  async write_mark(effect, context) {
    const { store, secrets, request, now } = context
    const { subjectId, decision } = effect.mark
    if (decision.mark === 'none') return {}
    const settings = await store.settings.all()
    const identifiers = (await store.subjects.identifiers(subjectId)).filter((one) => one.heldTo === null)
    const own = new Set(request.subjects.map((subject) => subject.subjectId))
    const tags = await Promise.all(
      identifiers.map(async (one) => {
        const tag = secrets.registryTag(one.type, one.value)
        // Another account that the request names is the same person's.
        const holders = await store.subjects.findByIdentifier(one.type, one.value, { past: true })
        const onFile = holders.filter((holder) => !own.has(holder)).length
        const others = onFile + (await store.registry.marksOfOthers(tag.tag, subjectId))
        return { type: one.type, ...tag, barsAlone: barsAlone(one.type, others, settings.weak_identifier_bars_alone) }
      }),
    )
    const events: AuditEvent[] = []
    for (const service of await servicesOf(context, subjectId)) {
      const { entryId, outcome } = await store.registry.mark(
        {
          service,
          legalBasis: 'permanent_ineligibility',
          ownerRole: 'supervisor',
          reviewOn: now + reviewAfterMs,
          endsAt: decision.until ?? null,
          requestId: request.id,
          noticeVersions: decision.noticeVersions ?? [],
          tags,
        },
        now,
      )
      events.push({
        what: 'registry.marked',
        ...aboutRequest(request),
        data: { entry: entryId, service, tags: tags.length, outcome },
      })
    }
    return { events }
  },
  async note_no_mark(effect, { request }) {
    return {
      events: [{ what: 'registry.not_marked', ...aboutRequest(request), data: { reason: effect.reason } }],
    }
  },
  async supersede_mark(effect, { store, actor, request, now }) {
    const about = request.about ?? request.id
    const entries = await store.registry.supersede(about, effect.cause, actor.id, now)
    return { events: [{ what: 'registry.superseded', ...aboutRequest(request), data: { entries, cause: effect.cause } }] }
  },
} satisfies Partial<EffectHandlers>

