'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { askCorrection as askCorrectionProcedure, askMark as askMarkProcedure } from '#usecases/ineligibility/ask-mark.ts'
import { reviewMark as reviewMarkCommand } from '#usecases/ineligibility/review-mark.ts'
import { cancelRequest } from '#usecases/request/cancel-request.ts'

export const openCase = action(openCaseQuery)
export const askMark = action(askMarkProcedure)
export const askCorrection = action(askCorrectionProcedure)
export const cancel = action(cancelRequest)
export const reviewMark = action(reviewMarkCommand)
