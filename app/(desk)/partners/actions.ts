'use server'
import { action } from '#server/next/action.ts'
import { openCase as openCaseQuery } from '#usecases/case/open-case.ts'
import { noteContact as noteContactCommand } from '#usecases/partner/note-contact.ts'
import { noteLetter as noteLetterCommand } from '#usecases/partner/note-letter.ts'

export const openCase = action(openCaseQuery)
export const noteLetter = action(noteLetterCommand)
export const noteContact = action(noteContactCommand)
