'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { liftHold as liftHoldCommand } from '#usecases/hold/lift-hold.ts'
import { placeHold as placeHoldCommand } from '#usecases/hold/place-hold.ts'
import { reviewHold as reviewHoldCommand } from '#usecases/hold/review-hold.ts'

export const openCase = action(openCaseQuery)
export const placeHold = action(placeHoldCommand)
export const reviewHold = action(reviewHoldCommand)
export const liftHold = action(liftHoldCommand)
