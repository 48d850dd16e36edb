import type { HoldCovers } from '#domain/request/hold.ts'
import type { PhraseOf } from '../views/phrase-book.ts'
import { serviceRef } from './service-ref.ts'

/** What a hold covers, as a phrase. */
export function coversView(covers: HoldCovers): PhraseOf<'covers'> {
  switch (covers.covers) {
    case 'everything':
      return { key: 'everything' }
    case 'service':
      return { key: 'service', params: { service: serviceRef(covers.service).name } }
    case 'systems':
      return { key: 'systems', params: { places: covers.systems } }
  }
}
