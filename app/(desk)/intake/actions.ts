'use server'
import { action } from '#server/next/action.ts'
import { recordIntake } from '#usecases/intake/record-intake.ts'
import { nameSubjects as nameSubjectsCommand } from '#usecases/request/name-subjects.ts'
import { noDataFound } from '#usecases/request/no-data-found.ts'

export const take = action(recordIntake)
export const nameSubjects = action(nameSubjectsCommand)
export const noData = action(noDataFound)
