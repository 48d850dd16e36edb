import type { AssuranceLevel } from '#domain/request/assurance-needed.ts'
import { contactDoubts, type ContactDoubt, type ContactFacts } from './contact-doubt.ts'

/**
 * How sure one is who is calling: 0 nobody knows · 1 claims to be · 2 controls a contact already on file · 3
 * level 2 plus a second, different factor or an identity document checked by reference (domain.md §3).
 */
export type { AssuranceLevel } from '#domain/request/assurance-needed.ts'

/** What was shown in one call about one subject. A failed attempt is no proof and is not passed in. */
export type Proof =
  /** Hints: the caller's number, answers from data on file, name and birth date. Never more than level 1. */
  | { readonly kind: 'caller_id' | 'answers_from_file' | 'name_and_birth_date' }
  /** Something that only who controls the contact could answer. */
  | { readonly kind: 'one_time_code' | 'one_time_link' | 'call_back'; readonly contactId: string }
  /** An identity document whose reference was checked; the document is never stored. */
  | { readonly kind: 'document_by_reference' }
  /**
   * §5.4, lost contact: document in a second channel, by a supervisor, the old contact told and silent until
   * then.
   */
  | { readonly kind: 'lost_contact_procedure' }
  /** §5.4, representative: their own contact was verified, and a supervisor checked the authority. */
  | { readonly kind: 'representative'; readonly contactVerified: boolean; readonly authorityChecked: boolean }
  /** §5.4, erased before: the receipt; or a code to a contact whose tag matched. */
  | { readonly kind: 'receipt' | 'code_to_matching_tag' }
  /** §5.4, erased before: a document by reference whose number's tag matched. */
  | { readonly kind: 'document_matching_tag' }

export type ProofKind = Proof['kind']

/** The level, and what was counted and what was not, for the assurance ladder of the desk. */
export interface Assurance {
  readonly level: AssuranceLevel
  readonly counted: readonly CountedProof[]
}

export interface CountedProof {
  readonly kind: ProofKind
  /** What this proof gives by itself. */
  readonly gives: AssuranceLevel
  readonly doubts: readonly ContactDoubt[]
}

/** What is known around the call. Times are epoch ms. */
export interface AssuranceFacts {
  readonly now: number
  readonly callStartedAt: number
  /** Setting `contact_fresh_days` in ms. */
  readonly freshMs: number
  /** The contacts that the subject has on file, current ones only. */
  readonly contacts: readonly ContactFacts[]
  /** The person was erased: nothing is on file, and §5.4 *Erased before* applies. */
  readonly erased?: boolean
}

/**
 * The assurance level that proofs of one call give about one subject.
 *
 * Hints give 1 whatever their number: no setting makes name and birth date worth more. A contact against
 * which something speaks gives 1. Level 3 needs level 2 by a contact and either an identity document or a
 * second contact of another type, itself good for 2.
 */
export function assuranceFrom(proofs: readonly Proof[], facts: AssuranceFacts): Assurance {
  const counted = proofs.map((proof) => {
    const doubts = doubtsOf(proof, facts)
    return { kind: proof.kind, gives: levelAlone(proof, facts, doubts), doubts }
  })
  let level = counted.reduce<AssuranceLevel>((highest, { gives }) => (gives > highest ? gives : highest), 0)
  if (facts.erased === true) {
    const shown = new Set(proofs.map((proof) => proof.kind))
    if (level < 2 && shown.has('code_to_matching_tag') && shown.has('document_matching_tag')) level = 2
    return { level, counted }
  }
  if (level === 2 && hasSecondFactor(proofs, facts)) level = 3
  return { level, counted }
}

/** What one proof gives by itself. */
function levelAlone(proof: Proof, facts: AssuranceFacts, doubts: readonly ContactDoubt[]): AssuranceLevel {
  switch (proof.kind) {
    case 'caller_id':
    case 'answers_from_file':
    case 'name_and_birth_date':
    case 'document_by_reference':
    case 'code_to_matching_tag':
    case 'document_matching_tag':
      return 1
    case 'one_time_code':
    case 'one_time_link':
    case 'call_back':
      return contactOf(proof.contactId, facts) !== undefined && doubts.length === 0 ? 2 : 1
    case 'lost_contact_procedure':
      return facts.erased === true ? 1 : 2
    case 'representative':
      return proof.contactVerified && proof.authorityChecked ? 2 : 1
    case 'receipt':
      return facts.erased === true ? 2 : 1
  }
}

const contactOf = (id: string, facts: AssuranceFacts) => facts.contacts.find((contact) => contact.id === id)

function doubtsOf(proof: Proof, facts: AssuranceFacts): ContactDoubt[] {
  if (!('contactId' in proof)) return []
  const contact = contactOf(proof.contactId, facts)
  return contact === undefined ? [] : contactDoubts(contact, facts)
}

/** Whether, beside a contact that gave level 2, there is a document or a good contact of another type. */
function hasSecondFactor(proofs: readonly Proof[], facts: AssuranceFacts): boolean {
  const types = new Set<string>()
  for (const proof of proofs) {
    if (!('contactId' in proof)) continue
    const contact = contactOf(proof.contactId, facts)
    if (contact !== undefined && contactDoubts(contact, facts).length === 0) types.add(contact.type)
  }
  return types.size > 1 || (types.size === 1 && proofs.some((proof) => proof.kind === 'document_by_reference'))
}
