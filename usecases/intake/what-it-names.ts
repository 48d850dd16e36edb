import { parseCaseCode } from '#domain/request/case-code.ts'
import type { PurposeNamed, Scope } from '#domain/request/kinds.ts'
import { isOptional } from '#domain/service/optional-purposes.ts'
import type { CommandContext } from '../command.ts'
import { invalidInput } from '../errors.ts'
import { intakeAsks } from '../views/intake.ts'
import type { IntakeInput } from '../views/intake-input.ts'

type Context = Pick<CommandContext<IntakeInput>, 'store' | 'input'>

/** What a letter asks about: a scope, with the one purpose or the one case that its kind names. */
export interface WhatItNames {
  readonly scope: Scope
  readonly purpose: PurposeNamed | null
  /** The case that an objection is about, where it is one of the person's. */
  readonly about: string | null
}

/** @throws InvalidInput at the field that its kind needs and that names nothing */
export async function whatItNames(context: Context, subjectId: string | null): Promise<WhatItNames> {
  const asks = intakeAsks[context.input.kind]
  if (asks === 'purpose') return purposeOf(context)
  if (asks === 'case') return caseOf(context, subjectId)
  return { scope: await scopeOf(context, asks), purpose: null, about: null }
}

async function scopeOf({ store, input }: Context, asks: 'service' | 'scope'): Promise<Scope> {
  if (input.scope === 'account') {
    if (asks === 'service') throw invalidInput('input', { scope: 'no_service' })
    return { scope: 'account' }
  }
  const service = await store.consents.service(input.scope)
  if (service === null) throw invalidInput('input', { scope: 'no_service' })
  return { scope: 'service', service: service.key }
}

/** One that a service rests on is left by a de-registration, which is a kind of its own here. */
async function purposeOf({ store, input: { purpose } }: Context): Promise<WhatItNames> {
  const services = await store.consents.services()
  const service = services.find((one) => one.purposes.includes(purpose))
  if (service === undefined || !isOptional(purpose, services)) throw invalidInput('input', { purpose: 'unknown_purpose' })
  const scope = { scope: 'service', service: service.key } as const
  return { scope, purpose: { key: purpose, restsOn: false, optOut: true }, about: null }
}

/**
 * Whose case it is nobody is told who reads a letter: one that names somebody else, or the person of which is not known
 * yet, is named by nothing but the words, and taken in all the same.
 */
async function caseOf({ store, input }: Context, subjectId: string | null): Promise<WhatItNames> {
  const code = parseCaseCode(input.about)
  const stored = code === null ? null : await store.requests.byCaseCode(code)
  if (stored === null) throw invalidInput('input', { about: 'no_such_case' })
  const { request } = stored
  const theirs = request.subjects.some((one) => one.subjectId === subjectId)
  return theirs
    ? { scope: request.scope, purpose: null, about: request.id }
    : { scope: { scope: 'account' }, purpose: null, about: null }
}
