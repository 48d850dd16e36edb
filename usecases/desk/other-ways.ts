import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { contactDoubts } from '#domain/access/contact-doubt.ts'
import { settingMs } from '#domain/settings/settings.ts'
import type { ContactOnFile } from '../person/contact-facts.ts'
import type { VerificationWay, VerificationWayView } from '../views/desk.ts'
import type { DeskContext } from './desk-context.ts'

const hour = 3_600_000

/** The ways that no code to a contact on file takes, each still to be begun, with what speaks against it. */
export async function otherWays(desk: DeskContext, contacts: readonly ContactOnFile[]): Promise<VerificationWayView[]> {
  const { store, now, call } = desk
  const settings = await store.settings.all()
  const at = { now, callStartedAt: call.startedAt, freshMs: settingMs(settings, 'contact_fresh_days') }
  const phones = contacts.filter((contact) => contact.type === 'phone')
  const callable = phones.some((phone) => contactDoubts(phone, at).length === 0)
  const hours = Math.round(settingMs(settings, 'lost_contact_hours') / hour)
  return [
    {
      ...begun('call_back', 2),
      lock: callable ? null : { key: phones.length === 0 ? 'no_contact' : 'contact_doubtful' },
    },
    {
      ...begun('lost_contact', 2),
      against: [{ key: 'takes_a_supervisor' }, { key: 'takes_hours', params: { hours } }],
      lock: contacts.length === 0 ? { key: 'no_contact' } : null,
    },
    { ...begun('representative', 2), against: [{ key: 'takes_a_supervisor' }, { key: 'is_told' }] },
    { ...begun('document', 1), lock: { key: 'beside_a_contact' } },
    { ...begun('answers', 1), against: [{ key: 'is_a_claim' }] },
  ]
}

/** A way as it stands before anything was done about it. */
export const begun = (way: VerificationWay, gives: AssuranceLevel): VerificationWayView => ({
  wayId: way, way, maskedContact: null, gives, against: [], lock: null, challenge: null, best: false, check: null,
})
