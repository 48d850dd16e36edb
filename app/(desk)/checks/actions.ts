'use server'
import { action } from '#server/next/action.ts'
import { checkAuthority, checkDocument } from '#usecases/verification/judge-check.ts'
import { openCheck } from '#usecases/verification/open-check.ts'
import { settleObjection } from '#usecases/verification/settle-objection.ts'

export const open = action(openCheck)
export const document = action(checkDocument)
export const authority = action(checkAuthority)
export const settle = action(settleObjection)
