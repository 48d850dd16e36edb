'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { placeHold as placeHoldCommand } from '#usecases/hold/place-hold.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { rejectRequest } from '#usecases/request/reject-request.ts'
import { returnRequest } from '#usecases/request/return-request.ts'

export const openCase = action(openCaseQuery)
export const approve = action(approveRequest)
export const returnCase = action(returnRequest)
export const reject = action(rejectRequest)
export const placeHold = action(placeHoldCommand)
