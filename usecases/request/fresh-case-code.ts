import { caseCodeFrom } from '#domain/request/case-code.ts'
import type { Ids } from '../ports/clock.ts'

/** A new case code: 40 random bits and the check symbol. */
export const freshCaseCode = (ids: Ids): string => caseCodeFrom(ids.bytes(5))
