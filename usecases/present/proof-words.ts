import type { VerificationRecord } from '../ports/call-store.ts'
import type { PhraseOf } from '../views/phrase-book.ts'

/** How a level was reached, by what was shown. Of a code to a stated contact the check behind it says what it was. */
export function proofWords(method: Exclude<VerificationRecord['method'], 'code_stated'>): PhraseOf<'assuranceBy'> {
  switch (method) {
    case 'code_phone':
      return { key: 'one_time_code', params: { field: 'phone' } }
    case 'code_email':
      return { key: 'one_time_code', params: { field: 'email' } }
    case 'link_phone':
      return { key: 'one_time_link', params: { field: 'phone' } }
    case 'link_email':
      return { key: 'one_time_link', params: { field: 'email' } }
    case 'call_back':
      return { key: 'call_back' }
    case 'document':
      return { key: 'document_by_reference' }
    case 'answers':
      return { key: 'answers_from_file' }
    case 'document_tag':
      return { key: 'document_matching_tag' }
    case 'receipt':
      return { key: 'receipt' }
  }
}
