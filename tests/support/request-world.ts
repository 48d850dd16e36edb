/**
 * A small world around one request, for the tests of the request machine: people, a clock, holds, open access
 * requests and a plan that is made from them. Its facts are what a use case would load.
 */

import type { RequestActor } from '#domain/request/actor.ts'
import type { AssuranceLevel } from '#domain/request/assurance-needed.ts'
import type { EventOf } from '#domain/request/events.ts'
import type { DeciderFact, Facts } from '#domain/request/facts.ts'
import type { HoldFact } from '#domain/request/hold.ts'
import { isErasing, type RequestKind } from '#domain/request/kinds.ts'
import type { PlanFact, PlanLine } from '#domain/request/plan-fact.ts'
import type { Told } from '#domain/request/request.ts'
import { DAY, defaultRequestSettings, HOUR, type RequestSettings } from '#domain/request/settings.ts'

export const START = Date.UTC(2026, 0, 5, 9)

export const agent: RequestActor = { type: 'staff', human: 'A1', role: 'agent' }
export const otherAgent: RequestActor = { type: 'staff', human: 'A2', role: 'agent' }
export const supervisor: RequestActor = { type: 'staff', human: 'S1', role: 'supervisor' }
export const secondSupervisor: RequestActor = { type: 'staff', human: 'S2', role: 'supervisor' }
export const thirdSupervisor: RequestActor = { type: 'staff', human: 'S3', role: 'supervisor' }
/** Got the right to decide an hour before the story begins. */
export const newSupervisor: RequestActor = { type: 'staff', human: 'S4', role: 'supervisor' }
/** The agent's second log-in. */
export const secondLogin: RequestActor = { type: 'staff', human: 'A1', role: 'supervisor' }
export const system: RequestActor = { type: 'system' }
export const client: RequestActor = { type: 'client', client: 'app' }
export const person: RequestActor = { type: 'person' }
export const contact: RequestActor = { type: 'contact' }

export const everyActor: readonly RequestActor[] = [
  agent, otherAgent, supervisor, secondSupervisor, thirdSupervisor, newSupervisor, secondLogin, system, client,
  person, contact,
  { type: 'client', client: 'another' }, { type: 'operator' },
  { type: 'staff', human: 'U1', role: 'auditor' }, { type: 'staff', human: 'D1', role: 'administrator' },
]

const longAgo: DeciderFact = { decidesSince: START - 365 * DAY, deputy: null }
const deciders: Record<string, DeciderFact> = {
  S1: longAgo, S2: longAgo, S3: longAgo, A1: longAgo, S4: { decidesSince: START - HOUR, deputy: null },
}

export const told = (result: Told['result'], at: number, inWriting = false): Told => ({
  result, scriptVersion: 's1', locale: 'en', at, inWriting, answeredAt: null,
})

function line(
  system: string, collection: string, action: PlanLine['action'], rest: Partial<PlanLine> = {},
): PlanLine {
  return { system, collection, field: null, action, reason: null, until: null, holdRef: null, ...rest }
}

/** Kept for another person, whatever happens (invariant 8). */
export const sharedLine = line('shop', 'household', 'keep', { reason: 'shared' })

export class World {
  now = START
  kind: RequestKind
  settings: RequestSettings = defaultRequestSettings
  /** Per subject: an assurance level that a call reached. */
  levels: Record<string, AssuranceLevel> = { p1: 3 }
  contactChangedDaysAgo: number | null = null
  sensitive = false
  beyondNamed = false
  defectivePeriods = 1
  /** Invariant 4: what the evidence says, whatever the button was. */
  markable = true
  holds: HoldFact[] = []
  access: { requestId: string; released: boolean }[] = []
  /** A new table in the dataset. */
  datasetVersion = 1
  /** Kept for tax until then. */
  taxUntil = START + 400 * DAY
  keepsInvoices = true
  aboutHumans: string[] = []
  /** What the law makes a refusal offer. */
  mustOffer: string[] = []
  tasks: Facts['tasks'] = { running: 0, failed: [], open: [] }

  constructor(kind: RequestKind) {
    this.kind = kind
  }

  plan(): PlanFact {
    const partly = this.holds.find((h) => h.covers.covers === 'systems')
    const shop: PlanLine['action'] = partly ? 'keep' : 'delete'
    const held = partly ? { reason: 'hold', holdRef: partly.ref } : {}
    const lines = isErasing(this.kind)
      ? [
          line('shop', 'customer', shop, held),
          line('partner', 'profile', 'mask', { field: 'name' }),
          sharedLine,
          ...(this.keepsInvoices ? [line('shop', 'invoice', 'keep', { reason: 'tax', until: this.taxUntil })] : []),
          ...(this.datasetVersion > 1 ? [line('shop', `table_${this.datasetVersion}`, shop, held)] : []),
        ]
      : []
    const marksSomebody = this.kind === 'deletion' || this.kind === 'ineligibility'
    const mark = marksSomebody && this.markable
    return {
      hash: `h-${this.datasetVersion}-${mark}-${partly?.ref ?? ''}-${this.keepsInvoices}`,
      marks: Object.keys(this.levels).map((subjectId) => ({
        subjectId,
        decision: mark ? { mark: 'yes' as const } : { mark: 'none' as const, reason: 'no_valid_period' },
      })),
      lines,
      systems: [
        { system: 'shop', role: 'own' },
        { system: 'partner', role: 'processor' },
        { system: 'bureau', role: 'recipient' },
      ],
      beyondNamed: this.beyondNamed,
      defectivePeriods: this.defectivePeriods,
    }
  }

  facts(by: RequestActor): Facts {
    const human = by.type === 'staff' && by.role === 'supervisor' ? by.human : null
    return {
      settings: this.settings,
      subjects: Object.entries(this.levels).map(([subjectId, level]) => ({
        subjectId, level, contactChangedDaysAgo: this.contactChangedDaysAgo,
      })),
      sensitive: this.sensitive,
      plan: this.plan(),
      holds: this.holds,
      openAccess: this.access,
      decider: (human !== null && deciders[human]) || null,
      aboutHumans: this.aboutHumans,
      tasks: this.tasks,
      dates: null,
      refusalMustOffer: this.mustOffer,
      letter: { scriptVersion: 's2', locale: 'zh-CN' },
      extensionUntil: START + 90 * DAY,
    }
  }

  openEvent(over: Partial<EventOf<'open'>> = {}): EventOf<'open'> {
    const byStaff = this.kind === 'ineligibility'
    return {
      type: 'open', at: this.now, by: agent, id: 'r1', caseCode: 'K7M4QXEH9', kind: this.kind,
      scope: { scope: 'service', service: 'credit_scoring' },
      purpose: this.kind === 'consent_withdrawal' ? { key: 'marketing', restsOn: false, optOut: false } : null,
      about: this.kind === 'ineligibility_correction' || this.kind === 'objection' ? 'e1' : null,
      subjects: Object.keys(this.levels).map((subjectId) => ({ subjectId, known: 'on_file' as const })),
      source: { type: 'call', ref: 'c1' }, askedByPerson: !byStaff, told: null, receivedAt: this.now,
      dueAt: this.now + 30 * DAY, decideBy: this.now + 20 * DAY, lawVersion: 'l1', ...over,
    }
  }

  hold(ref: string, covers: HoldFact['covers'] = { covers: 'everything' }, subjectId = 'p1'): HoldFact {
    return { ref, subjectId, covers, basis: 'court', mayNotTell: false, reviewOn: this.now + 30 * DAY }
  }
}
