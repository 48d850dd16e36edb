import { AppError } from '#usecases/errors.ts'
import { noteTellingOpened } from '#usecases/telling/note-telling-opened.ts'
import { readTelling } from '#usecases/telling/read-telling.ts'
import type { TellingView } from '#usecases/views/telling.ts'
import { container } from '../container.ts'

const nobody = { kind: 'nobody' } as const

/**
 * What the secret of a link leads to, noted as opened the first time; null for every link that leads nowhere, whatever
 * the reason.
 *
 * @param language one of the screens' locales, where the reader chose one
 */
export async function openTelling(token: string, language: string | undefined): Promise<TellingView | null> {
  const desk = await container()
  try {
    const view = await desk.query(readTelling, { token, language }, nobody)
    if (view !== null && !view.opened) await desk.command(noteTellingOpened, { token }, nobody)
    return view
  } catch (fault) {
    // An address that is too long to be one of ours, or a case that went on between the two.
    if (fault instanceof AppError && (fault.code === 'invalid_input' || fault.code === 'not_found')) return null
    throw fault
  }
}
