'use server'
import { action } from '#server/next/action.ts'
import { signOutEverywhere } from '#usecases/session/sign-out-everywhere.ts'

export const endEverySession = action(signOutEverywhere)
