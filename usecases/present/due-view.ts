import type { Due } from '#domain/law/due.ts'
import type { RequestKind, Scope } from '#domain/request/kinds.ts'
import type { Store } from '../ports/store.ts'
import { extensionReason, requestDates } from '../request/request-dates.ts'
import { jurisdictionsOf } from '../request/law-facts.ts'
import type { DueView } from '../views/request-words.ts'

/** A deadline with its arithmetic, as a screen explains it. */
export const dueView = (due: Due): DueView => ({
  dueAt: due.dueAt,
  zone: due.clocks[0]?.zone ?? 'UTC',
  law: due.law,
  // The clock's own line codes are the keys of the phrase book's group `due`, with the same params.
  lines: due.lines.map(({ code, values }) => ({ key: code, params: values })) as DueView['lines'],
})

/** The deadline of a request, with its extension, or of one that would be opened now. */
export async function dueViewFor(
  store: Store,
  question: {
    kind: RequestKind
    scope: Scope
    receivedAt: number
    subjectIds: readonly string[]
    /** As it was noted with the case. */
    jurisdiction: string | null
    extended?: { readonly reason: string } | null
    /** The version of the law table that the request keeps; none for one that would be opened now. */
    lawVersion?: string
  },
): Promise<DueView> {
  const jurisdictions = await jurisdictionsOf(store, question.subjectIds, question.jurisdiction)
  const extension = extensionReason(question.extended?.reason)
  const { due } = await requestDates(store, { ...question, jurisdictions, extension })
  return dueView(due)
}
