'use server'
import { action } from '#server/next/action.ts'
import { resolveWorkItem } from '#usecases/review/resolve-work-item.ts'
import { reviewCall as reviewCallCommand } from '#usecases/review/review-call.ts'

export const reviewCall = action(reviewCallCommand)
export const settleItem = action(resolveWorkItem)
