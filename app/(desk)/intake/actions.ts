'use server'
import { action } from '#server/next/action.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'

export const take = action(recordIntake)
export const noData = action(noDataFound)
