import type { Request } from '#domain/request/request.ts'
import { filled } from '#domain/script/fill.ts'
import { scriptBook } from '#domain/script/script.ts'
import { nameIn } from '#domain/service/names.ts'
import type { Store } from '../ports/store.ts'
import { daysToldAt } from '../setting/days-told-at.ts'
import type { ToldWordsView } from '../views/scripts.ts'
import { versionTold } from './keep-words-told.ts'
import { scriptOfDeletion } from './letter-facts.ts'

/**
 * The very words that somebody was told in a case, of the version that is on record with it; null where nothing was
 * told, or where the operator's app told it in words of its own. Nothing of the person is in them.
 */
export async function toldWords(
  store: Store,
  { id, told, scope, marks }: Pick<Request, 'id' | 'told' | 'scope' | 'marks'>,
): Promise<ToldWordsView | null> {
  if (told === null) return null
  const stored = await store.scripts.versions()
  // What was written went out after it was decided to write, and is on record by its link.
  const link = told.inWriting ? await store.readings.ofRequest(id) : null
  // A case from before there were versions of each script names none: it is the one that its plan calls for.
  const named = told.scriptId ?? scriptOfDeletion({ scope, marks })
  const words = versionTold(stored, link ?? { ...told, scriptId: named })
  if (words === null) return null
  const { locale } = words
  const names = await store.consents.names()
  const services = link === null ? await servicesNamed(store, { scope, marks }) : link.services
  const service = services.map((key) => nameIn(locale, key, names)).join(', ') || scriptBook(locale).thatService
  const days = link?.days ?? (await daysToldAt(store, told.at))
  return {
    scriptId: words.scriptId,
    version: words.version,
    locale,
    lines: words.lines.map((line) => filled(line, { service, days }, scriptBook(locale))),
    at: told.at,
    inWriting: told.inWriting,
  }
}

/** The service that was named aloud, or those that an account's deletion closes for good. */
async function servicesNamed(store: Store, { scope, marks }: Pick<Request, 'scope' | 'marks'>): Promise<readonly string[]> {
  if (scope.scope === 'service') return [scope.service]
  const yes = marks.flatMap(({ decision }) => (decision.mark === 'yes' ? [decision] : []))
  const all = (await store.consents.services()).map(({ key }) => key)
  return [...new Set(yes.flatMap(({ services }) => services ?? all))]
}
