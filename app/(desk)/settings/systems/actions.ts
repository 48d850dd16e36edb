'use server'
import { action } from '#server/next/action.ts'
import { checkSystem as checkSystemProcedure } from '#usecases/system/check-system.ts'
import { connectSystem as connectSystemProcedure } from '#usecases/system/connect-system.ts'

export const checkSystem = action(checkSystemProcedure)
export const connectSystem = action(connectSystemProcedure)
