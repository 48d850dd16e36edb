'use server'
import { action } from '#server/next/action.ts'
import { changeLawRow as changeLawRowCommand } from '#usecases/law/change-law-row.ts'
import { setLawMark as setLawMarkCommand } from '#usecases/law/set-law-mark.ts'
import { setWorkingDay as setWorkingDayCommand } from '#usecases/law/set-working-day.ts'
import { tryLawRow as tryLawRowQuery } from '#usecases/law/try-law-row.ts'
import { whatIf as whatIfQuery } from '#usecases/law/what-if.ts'

export const changeLawRow = action(changeLawRowCommand)
export const setLawMark = action(setLawMarkCommand)
export const setWorkingDay = action(setWorkingDayCommand)
export const tryLawRow = action(tryLawRowQuery)
export const whatIf = action(whatIfQuery)
