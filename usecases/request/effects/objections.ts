import { freshCaseCode } from '../fresh-case-code.ts'
import { decisionBehind } from '../objected-about.ts'
import { aboutRequest, type EffectHandlers } from '../carry-out.ts'
import { openRequest } from '../open.ts'

/** Objections: heard while a consequence was told, and what becomes of the request that one was about. */
export const objectionEffects = {
  async open_objection(_effect, { request, origin, facts: _facts, ...context }) {
    const opened = await openRequest(context, {
      kind: 'objection',
      scope: request.scope,
      purpose: null,
      about: request.id,
      subjects: request.subjects.map(({ subjectId, known }) => ({ subjectId, known })),
      source: { type: 'objection_heard', ref: null },
      askedByPerson: true,
      told: null,
      receivedAt: context.now,
      caseCode: freshCaseCode(context.ids),
      origin: { ...origin, openingKey: null },
    })
    // Submitted by the worker once its plan is known: the person has said it, and nobody has to ask again.
    const submit = {
      kind: 'request.objection_heard',
      key: `request.objection_heard:${opened.request.id}`,
      payload: { request: opened.request.id },
    }
    return { events: opened.events, jobs: [...opened.jobs, submit] }
  },
  async apply_objection(effect, { request, store }) {
    const against = await decisionBehind(store, effect.about)
    if (effect.upheld) await store.requests.upholdObjection(against)
    return {
      events: [
        {
          what: effect.upheld ? 'request.objection_upheld' : 'request.objection_dismissed',
          ...aboutRequest(request),
          data: { about: against },
        },
      ],
      jobs: effect.upheld
        ? [
            {
              kind: 'request.objection_upheld',
              key: `objection_upheld:${request.id}`,
              payload: { request: against, objection: request.id },
            },
          ]
        : [],
    }
  },
  async open_incident(effect, { request }) {
    return {
      events: [
        {
          what: 'request.erased_in_error',
          ...aboutRequest(request),
          data: { incident_due: new Date(effect.dueAt).toISOString() },
        },
      ],
    }
  },
  async list_restorable(_effect, { request, store }) {
    const tasks = await store.erasure.tasks(request.id)
    return {
      events: [
        {
          what: 'request.restorable_listed',
          ...aboutRequest(request),
          data: {
            systems: tasks.map((task) => task.system),
            rows: tasks.reduce((sum, task) => sum + task.deleted + task.masked, 0),
          },
        },
      ],
    }
  },
  async note_difference(effect, { request }) {
    return {
      events: [{ what: 'request.plan_changed', ...aboutRequest(request), data: { from: effect.from, to: effect.to } }],
    }
  },
  async send_copy_link(_effect, { request }) {
    return {
      jobs: [{ kind: 'access.send_link', key: `access.send_link:${request.id}`, payload: { request: request.id } }],
    }
  },
  async hasten_access(effect, { request: erasure }) {
    return {
      jobs: [
        {
          kind: 'request.hasten',
          key: `request.hasten:${effect.requestId}:${erasure.id}`,
          payload: { request: effect.requestId, until: effect.until },
        },
      ],
    }
  },
} satisfies Partial<EffectHandlers>
