import type { VerificationRecord } from '../ports/call-store.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** How a level was reached, by what was shown. */
export function proofWords(method: VerificationRecord['method']): PhraseOf<'assuranceBy'> {
  switch (method) {
    case 'code_phone':
      return { key: 'one_time_code', params: { field: 'phone' } }
    case 'code_email':
      return { key: 'one_time_code', params: { field: 'email' } }
    case 'document_tag':
      return { key: 'document_matching_tag' }
    case 'receipt':
      return { key: 'receipt' }
  }
}
