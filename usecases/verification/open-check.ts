import { maskEmail, maskPhone } from '#domain/subject/mask.ts'
import { personOnFile } from '../desk/person-on-file.ts'
import { notFound } from '../errors.ts'
import { maskedPerson } from '../person/masked-person.ts'
import { auditedQuery } from '../query.ts'
import { openCheckInput, type OpenedCheck } from '../views/checks.ts'

/** What a supervisor compares: the reference, and the person as verified callers' screens show them, masked. */
export const openCheck = auditedQuery({
  name: 'verification.open_check',
  permission: 'verification.check_document',
  input: openCheckInput,
  async run({ input, store }) {
    const check = await store.checks.get(input.checkId)
    const person = check === null ? null : await personOnFile(store, check.subjectId)
    if (check === null || person === null) throw notFound('check')
    const shown = maskedPerson(person, 2)
    const { type, value } = check.contact
    const opened: OpenedCheck = {
      reference: check.reference,
      contact: type === 'phone' ? maskPhone(value) : maskEmail(value),
      person: { ...shown, fields: shown.fields.map((field) => ({ ...field, revealable: false })) },
    }
    return {
      value: opened,
      events: [
        {
          what: 'verification.check_viewed' as const,
          call: check.callId,
          subjects: [check.subjectId],
          data: { check: check.id, kind: check.kind },
        },
      ],
    }
  },
})
