import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { maskAccountId, maskEmail, maskName, maskNationalId, maskPhone } from '#domain/subject/mask.ts'
import type { IdentifierRecord, SubjectRecord } from '../ports/subject-store.ts'
import type { MaskedFieldView, MaskedPersonView } from '../views/person.ts'

/** What is on file of a person, in the clear: it is masked here and goes no further. */
export interface PersonOnFile {
  readonly subject: SubjectRecord
  readonly name: string | null
  readonly bornOn: string | null
  readonly identifiers: readonly IdentifierRecord[]
}

const order = { phone: 0, email: 1, national_id: 2, account_id: 3 } as const

/** One identifier, masked for a level. */
export function maskIdentifier({ type, value }: Pick<IdentifierRecord, 'type' | 'value'>, level: AssuranceLevel): string {
  switch (type) {
    case 'phone':
      return maskPhone(value)
    case 'email':
      return maskEmail(value)
    case 'national_id':
      return maskNationalId(value, level)
    case 'account_id':
      return maskAccountId(value)
  }
}

/** The masked identity: before level 2 that and nothing more; from then on each field can be revealed. */
export function maskedPerson(person: PersonOnFile, level: AssuranceLevel): MaskedPersonView {
  const { subject, name, bornOn, identifiers } = person
  const revealable = level >= 2
  const fields: MaskedFieldView[] = []
  if (name !== null) fields.push({ fieldId: 'name', field: 'name', masked: maskName(name), revealable })
  const current = identifiers.filter((one) => one.heldTo === null).toSorted((a, b) => order[a.type] - order[b.type])
  for (const one of current) {
    fields.push({ fieldId: one.id, field: one.type, masked: maskIdentifier(one, level), revealable })
  }
  if (revealable && bornOn !== null) fields.push({ fieldId: 'born_on', field: 'born_on', masked: '•••• •• ••', revealable })
  return { subjectId: subject.id, fields, customerSince: revealable ? subject.registeredAt : null }
}
