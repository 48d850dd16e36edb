'use server'
import { action } from '#server/next/action.ts'
import { retryNotification } from '#usecases/notification/retry-notification.ts'

export const retryMessage = action(retryNotification)
