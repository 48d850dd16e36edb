import { choiceLine, choiceLockIds, type ChoiceTitleId, type FillIn } from '#domain/script/choice-words.ts'
import { anyOf, nameIn, readableKey, type Names } from '#domain/service/names.ts'
import { purposeTitle, serviceRef } from '../present/service-ref.ts'
import type { Choice } from '../request/open-from-call.ts'
import type { ChoiceView } from '../views/desk.ts'
import type { Phrase } from '../views/phrase.ts'

/** In whose languages it is read, and what things are called there. */
export interface AloudIn {
  readonly caller: string
  readonly reader: string
  readonly names: Names
}

/**
 * A choice as it is read to the caller beside the others: what it is called, what it does, and why it is not open to
 * them. Each sentence stands in the caller's language with the agent's beside it, as a script does.
 */
export function aloudOf(
  choice: Choice,
  { effects, lock }: Pick<ChoiceView, 'effects' | 'lock'>,
  { names, ...locales }: AloudIn,
): ChoiceView['aloud'] {
  const own = { service: serviceRef(choice.service ?? '').name, purpose: purposeTitle(choice.purpose ?? '') }
  const title = titleOf(choice)
  const spoken = lock === null ? undefined : choiceLockIds.find((id) => id === lock.key)
  const fill = (params: Phrase['params']) => called(params ?? {}, names)
  return {
    title: title === null ? null : choiceLine((words) => words.title[title], locales, fill(own)).say,
    lines: effects.map(({ key, params }) => choiceLine((words) => words.effect[key], locales, fill(params))),
    lock: spoken === undefined ? null : choiceLine((words) => words.lock[spoken], locales, fill(own)).say,
  }
}

/** What fills a sentence, with services and purposes by their names in its language. */
function called(params: NonNullable<Phrase['params']>, names: Names): FillIn {
  const keys = new Map([...names.keys()].map((key) => [readableKey(key), key]))
  const name = (locale: string, text: string) => {
    const key = keys.get(text)
    return key === undefined ? text : nameIn(locale, key, names)
  }
  return (locale) =>
    Object.fromEntries(
      Object.entries(params).map(([hole, value]) => {
        if (typeof value === 'number') return [hole, value]
        return [hole, typeof value === 'string' ? name(locale, value) : anyOf(locale, value)]
      }),
    )
}

function titleOf({ kind, service }: Choice): ChoiceTitleId | null {
  switch (kind) {
    case 'consent_withdrawal':
    case 'deregistration':
    case 'void_enrolment':
      return kind
    case 'access':
      return service === null ? 'access_account' : 'access_service'
    case 'deletion':
      return service === null ? 'deletion_account' : 'deletion_service'
    default:
      return null
  }
}
