'use server'
import { action } from '#server/next/action.ts'
import { exportLog as exportLogProcedure } from '#usecases/log/export-log.ts'

export const exportLog = action(exportLogProcedure)
