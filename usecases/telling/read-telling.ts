import { z } from 'zod'
import { anywhere, zoneOf } from '#domain/law/jurisdiction.ts'
import { isFinal } from '#domain/request/states.ts'
import { scriptBook, scriptFor, type WordsOf } from '#domain/script/script.ts'
import { wordsInForce, type ScriptVersion } from '#domain/script/versions.ts'
import { anyOf, nameIn } from '#domain/service/names.ts'
import type { ReadingLinkRecord } from '../ports/reading-store.ts'
import type { StoredRequest } from '../ports/request-store.ts'
import type { Store } from '../ports/store.ts'
import { query } from '../query.ts'
import { jurisdictionsOf } from '../request/law-facts.ts'
import type { TellingView } from '../views/telling.ts'
import { tokenSha256 } from './add-reading-link.ts'
import { versionTold } from './keep-words-told.ts'
import { writtenAtOf } from './letter-lost.ts'

/** The secret of a link, as it stands in an address. */
export const ReadingToken = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{32}$/)

/**
 * What a link leads to while its case waits to be read; null for one that never was, that is past its date, and whose
 * case has gone on or ended: they look alike.
 */
export async function readingBehind(
  store: Store,
  token: string,
  now: number,
): Promise<{ link: ReadingLinkRecord; stored: StoredRequest } | null> {
  const link = ReadingToken.safeParse(token).success ? await store.readings.byToken(tokenSha256(token)) : null
  if (link === null || link.expiresAt <= now) return null
  const stored = await store.requests.byId(link.requestId)
  if (stored === null || isFinal(stored.request.state) || writtenAtOf(stored) !== link.writtenAt) return null
  return { link, stored }
}

/** The words as they were written; in another language those that were in force then. */
const wordsRead =
  (stored: readonly ScriptVersion[], link: ReadingLinkRecord): WordsOf =>
  (scriptId, locale) => {
    const words = locale === link.locale ? versionTold(stored, link) : null
    return words ?? wordsInForce(stored, link.writtenAt)(scriptId, locale)
  }

/**
 * What somebody who opens a link reads: the consequence in the words that were told, and what happens next. Nothing of
 * the person. Who asks is nobody: the secret of the link is the proof.
 */
export const readTelling = query({
  name: 'telling.read',
  permission: 'telling.read',
  input: z.object({
    token: z.string().max(64),
    /** The language that was chosen on the page; the one it was told in where none was. */
    language: z.string().max(35).optional(),
  }),
  async run({ input, store, now }): Promise<TellingView | null> {
    const behind = await readingBehind(store, input.token, now)
    if (behind === null) return null
    const { link, stored } = behind
    const book = scriptBook(input.language ?? link.locale)
    const names = await store.consents.names()
    const script = scriptFor(link.scriptId, { caller: book.locale, reader: book.locale }, {
      service: anyOf(book.locale, link.services.map((key) => nameIn(book.locale, key, names))) || book.thatService,
      days: link.days,
    }, wordsRead(await store.scripts.versions(), link))
    const subjectIds = stored.request.subjects.map(({ subjectId }) => subjectId)
    const [place] = await jurisdictionsOf(store, subjectIds, stored.origin.jurisdiction)
    return {
      locale: book.locale,
      caseCode: stored.request.caseCode,
      lines: script.lines.map(({ say }) => say),
      until: link.expiresAt,
      zone: zoneOf(place ?? anywhere),
      barred: !link.scriptId.endsWith('_no_mark'),
      days: link.days,
      opened: link.openedAt !== null,
    }
  },
})
