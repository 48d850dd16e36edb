'use server'

import { nobodysAction } from '#server/next/action.ts'
import { followLink } from '#usecases/verification/use-link.ts'

export const answerLink = nobodysAction(followLink)
