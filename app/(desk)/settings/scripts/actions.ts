'use server'
import { action } from '#server/next/action.ts'
import { publishScript as publishScriptCommand } from '#usecases/script/publish-script.ts'

export const publishScript = action(publishScriptCommand)
