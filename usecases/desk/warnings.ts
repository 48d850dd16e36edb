import { isChangedLately } from '#domain/access/contact-doubt.ts'
import { isMinorAt } from '#domain/consent/age.ts'
import { anywhere } from '#domain/law/jurisdiction.ts'
import { readingUntil } from '#domain/request/telling.ts'
import { requestSettingsFrom } from '#domain/settings/request-settings.ts'
import { pauseOf } from '#domain/request/pause.ts'
import type { ContactOnFile } from '../person/contact-facts.ts'
import type { PersonOnFile } from '../person/masked-person.ts'
import type { HoldRecord, StoredRequest } from '../ports/request-store.ts'
import type { WarningView } from '../views/person.ts'
import { hasDied } from '../verification/has-died.ts'
import type { DeskContext } from './desk-context.ts'
import { isQuiet } from './is-quiet.ts'

const day = 86_400_000

/** What to know about a person before acting, the most pressing first. */
export async function warningsFor(
  { store, now }: DeskContext,
  person: PersonOnFile,
  contacts: readonly ContactOnFile[],
  open: readonly StoredRequest[],
  holds: readonly HoldRecord[],
): Promise<WarningView[]> {
  const all = await store.settings.all()
  const { contact_changed_days: days } = all
  const settings = requestSettingsFrom(all)
  const warnings: WarningView[] = []
  for (const { request } of open) {
    const { caseCode } = request
    const until = readingUntil(request, settings)
    if (pauseOf(request, 'disputed') !== null) warnings.push({ key: 'disputed', params: { caseCode }, tone: 'bad', caseCode })
    else if (until !== null) {
      warnings.push({ key: 'to_be_read', params: { caseCode, until }, tone: 'info', caseCode })
    } else if (pauseOf(request, 'parked') !== null && !isQuiet(request)) {
      warnings.push({ key: 'parked', params: { caseCode }, tone: 'warn', caseCode })
    } else warnings.push({ key: 'open_request', params: { kind: request.kind, caseCode }, tone: 'info', caseCode })
  }
  if (holds.some((hold) => hold.liftedAt === null && !hold.mayNotTell)) warnings.push({ key: 'on_hold', tone: 'warn' })
  for (const contact of contacts) {
    const field = contact.type
    if (contact.reportedLost) warnings.push({ key: 'contact_lost', params: { field }, tone: 'warn' })
    if (contact.otherPeople > 0) warnings.push({ key: 'contact_shared', params: { field }, tone: 'warn' })
    if (isChangedLately(contact, now, days * day)) {
      warnings.push({ key: 'contact_changed', params: { field, at: contact.heldFrom }, tone: 'warn' })
    }
  }
  const { subject, bornOn, identifiers } = person
  if (await hasDied(store, subject.id)) warnings.push({ key: 'deceased', tone: 'warn' })
  if (bornOn !== null && isMinorAt(bornOn, now, subject.jurisdiction ?? anywhere)) warnings.push({ key: 'minor', tone: 'warn' })
  const nationalId = identifiers.find((one) => one.type === 'national_id' && one.heldTo === null)
  const accounts = nationalId === undefined ? [] : await store.subjects.findByIdentifier('national_id', nationalId.value)
  if (accounts.length > 1) warnings.push({ key: 'two_accounts', tone: 'info' })
  return warnings
}
