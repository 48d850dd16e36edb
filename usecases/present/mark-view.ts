import type { SubjectMark } from '#domain/request/plan-fact.ts'
import type { MarkView } from '../views/request-words.ts'
import type { PhraseKey } from '../views/phrase-book.ts'

/** Whether a request ends in "never again": one marked person is enough; else the first reason why nobody is. */
export function markView(marks: readonly SubjectMark[]): MarkView {
  for (const { decision } of marks) {
    if (decision.mark === 'yes') return { mark: 'yes', until: decision.until ?? null }
  }
  const first = marks[0]?.decision
  const reason = first?.mark === 'none' ? first.reason : 'kind_does_not_mark'
  return { mark: 'none', reason: reason as PhraseKey<'mark'> }
}
