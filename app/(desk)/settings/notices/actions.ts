'use server'
import { action } from '#server/next/action.ts'
import { addNotice as addNoticeCommand } from '#usecases/notice/add-notice.ts'

export const addNotice = action(addNoticeCommand)
