import type { MarkDecision } from '#domain/ineligibility/mark.ts'
import type { ScriptId } from '#domain/script/script.ts'
import { purposeTitle, serviceRef } from '../present/service-ref.ts'
import type { Choice } from '../request/open-from-call.ts'
import type { ChoiceView } from '../views/desk.ts'
import type { MarkView } from '../views/request-words.ts'

type Effects = ChoiceView['effects']

/** What an effect of a choice depends on. */
export interface ChoiceFacts {
  readonly choice: Choice
  readonly marks: ReadonlyMap<string, MarkDecision>
  readonly needsApproval: boolean
  readonly coolingOffDays: number
}

/** What a choice does to this person, to be read aloud side by side with the others. */
export function effectsOf({ choice, marks, needsApproval, coolingOffDays }: ChoiceFacts): Effects {
  const params = { service: choice.service === null ? '' : serviceRef(choice.service).name }
  const begins: Effects = [needsApproval ? { key: 'needs_approval' } : { key: 'at_once' }]
  switch (choice.kind) {
    case 'access':
      return [...begins, { key: 'copy_by_link' }, { key: 'erasures_wait' }, { key: 'no_cost' }]
    case 'consent_withdrawal':
      return [
        ...begins,
        { key: 'consent_withdrawn', params: { purpose: purposeTitle(choice.purpose ?? '') } },
        { key: 'others_stay' },
        { key: 'no_cost' },
      ]
    case 'deregistration':
      return [
        ...begins,
        { key: 'enrolment_ends', params },
        { key: 'erases_unneeded', params },
        { key: 'record_met_again', params },
        { key: 'may_return', params },
      ]
    case 'void_enrolment':
      return [
        ...begins,
        { key: 'enrolment_void', params },
        { key: 'erases_derived', params },
        { key: 'no_cost' },
        { key: 'no_mark', params },
      ]
    case 'deletion':
      return [
        ...begins,
        ...(coolingOffDays > 0 ? [{ key: 'cooling_off' as const, params: { days: coolingOffDays } }] : []),
        choice.service === null ? { key: 'erases_account' } : { key: 'erases_service', params },
        { key: 'kept_by_law' },
        ...consequences(choice, marks),
      ]
    default:
      return begins
  }
}

function consequences(choice: Choice, marks: ReadonlyMap<string, MarkDecision>): Effects {
  return [...marks]
    .filter(([key]) => choice.service === null || key === choice.service)
    .map(([key, { mark }]) => ({ key: mark === 'yes' ? 'never_again' : 'no_mark', params: { service: serviceRef(key).name } }))
}

/** The words for a choice: a deletion says its permanent consequence, where there is one. */
export function scriptOf(choice: Choice, mark: MarkView | null): ScriptId {
  switch (choice.kind) {
    case 'access':
    case 'deregistration':
    case 'void_enrolment':
      return choice.kind
    case 'deletion': {
      const of = choice.service === null ? 'deletion_account' : 'deletion_service'
      return mark?.mark === 'yes' ? of : `${of}_no_mark`
    }
    default:
      return 'consent_withdrawal'
  }
}
