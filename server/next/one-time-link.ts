import { processConfig } from '../config.ts'
import { AppError } from '#usecases/errors.ts'
import { readLink } from '#usecases/verification/read-link.ts'
import type { LinkView } from '#usecases/views/link.ts'
import { container } from '../container.ts'

/**
 * What a one-time link asks, and whose page it is; null for every link that leads nowhere, whatever the reason. Reading
 * changes nothing.
 */
export async function openLink(token: string): Promise<(LinkView & { operator: string; address: string }) | null> {
  const desk = await container()
  try {
    const view = await desk.query(readLink, { token }, { kind: 'nobody' })
    if (view === null) return null
    const { publicUrl, operatorName } = processConfig()
    const { origin, host } = new URL(publicUrl)
    return { ...view, operator: operatorName ?? host, address: `${origin}/` }
  } catch (fault) {
    // An address that is too long to be one of ours.
    if (fault instanceof AppError && fault.code === 'invalid_input') return null
    throw fault
  }
}
