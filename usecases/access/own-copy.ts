import { inOrder } from '#domain/consent/consent-event.ts'
import { formatCaseCode } from '#domain/request/case-code.ts'
import type { Request } from '#domain/request/request.ts'
import { isFinal } from '#domain/request/states.ts'
import type { Store } from '../ports/store.ts'

/** What this desk itself holds of one account, as it stands in a copy. */
export interface OwnCopy {
  /** Absent in a copy for one service: the account is not about it. */
  readonly account?: {
    readonly name: string | null
    readonly born_on: string | null
    readonly language: string | null
    readonly jurisdiction: string | null
    readonly registered_at: string | null
    readonly identifiers: readonly Readonly<Record<'type' | 'value' | 'from', string> & { to: string | null }>[]
  }
  readonly consents: readonly Readonly<Record<string, string | null>>[]
  readonly requests: readonly Readonly<Record<string, string | null>>[]
}

const iso = (ms: number): string => new Date(ms).toISOString()
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms))

/** Our own data about each of the people of an access; of one service, its consents and requests alone. */
export async function ownCopies(store: Store, { subjects, scope }: Request): Promise<OwnCopy[]> {
  const copies: OwnCopy[] = []
  const service = scope.scope === 'service' ? await store.consents.service(scope.service) : null
  const isAbout = (purpose: string) => service === null || service.purposes.includes(purpose)
  for (const { subjectId, known } of subjects) {
    const subject = known === 'on_file' ? await store.subjects.get(subjectId) : null
    if (subject?.status !== 'active') continue
    const events = inOrder((await store.consents.events(subjectId)).filter(({ purpose }) => isAbout(purpose)))
    const requests = (await store.requests.ofSubject(subjectId)).map(({ request }) => request)
    const account = {
      name: await store.subjects.field(subjectId, 'name'),
      born_on: await store.subjects.field(subjectId, 'born_on'),
      language: subject.locale,
      jurisdiction: subject.jurisdiction,
      registered_at: isoOrNull(subject.registeredAt),
      identifiers: (await store.subjects.identifiers(subjectId)).map(({ type, value, heldFrom, heldTo }) => ({
        type, value, from: iso(heldFrom), to: isoOrNull(heldTo),
      })),
    }
    copies.push({
      ...(service === null ? { account } : {}),
      consents: events.map(({ purpose, state, occurredAt, indication, channel, noticeVersion }) => ({
        purpose, state, at: iso(occurredAt), indication, channel, notice_version: noticeVersion,
      })),
      requests: requests
        .filter((one) => service === null || (one.scope.scope === 'service' && one.scope.service === service.key))
        // Where an unfinished one stands may be kept from whoever looks over the person's shoulder.
        .map(({ caseCode, kind, openedAt, endedAt, state, scope: of }) => ({
          case_code: formatCaseCode(caseCode), kind, service: of.scope === 'service' ? of.service : null,
          opened_at: iso(openedAt), ended_at: isoOrNull(endedAt), ended_as: isFinal(state) ? state : null,
        })),
    })
  }
  return copies
}
