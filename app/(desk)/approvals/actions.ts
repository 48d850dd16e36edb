'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { placeHold as placeHoldCommand } from '#usecases/hold/place-hold.ts'
import { answerObjection as answerObjectionCommand } from '#usecases/request/answer-objection.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { extendRequest } from '#usecases/request/extend-request.ts'
import { findErasedInError } from '#usecases/request/find-erased-in-error.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { returnRequest } from '#usecases/request/return-request.ts'
import { endDeputy as endDeputyCommand } from '#usecases/staff/end-deputy.ts'
import { nameDeputy as nameDeputyCommand } from '#usecases/staff/name-deputy.ts'

export const openCase = action(openCaseQuery)
export const approve = action(approveRequest)
export const returnCase = action(returnRequest)
export const reject = action(rejectRequest)
export const placeHold = action(placeHoldCommand)
export const answerObjection = action(answerObjectionCommand)
export const findError = action(findErasedInError)
export const extend = action(extendRequest)
export const nameDeputy = action(nameDeputyCommand)
export const endDeputy = action(endDeputyCommand)
