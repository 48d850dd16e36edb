'use server'
import { action } from '#server/next/action.ts'
import { setLawMark as setLawMarkCommand } from '#usecases/law/set-law-mark.ts'
import { whatIf as whatIfQuery } from '#usecases/law/what-if.ts'

export const setLawMark = action(setLawMarkCommand)
export const whatIf = action(whatIfQuery)
