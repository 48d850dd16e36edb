'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { keepDraft as keepDraftQuery } from '#usecases/draft/keep-draft.ts'
import { readDraft as readDraftQuery } from '#usecases/draft/read-draft.ts'

export const openCase = action(openCaseQuery)
export const keepDraft = action(keepDraftQuery)
export const readDraft = action(readDraftQuery)
