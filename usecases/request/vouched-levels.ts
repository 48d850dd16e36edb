import type { CommandContext } from '../command.ts'
import { notAllowed } from '../errors.ts'

/**
 * The levels that a client's word brings for every subject of a request: no more than it may vouch for, by its own
 * row and by the setting (domain book §5.1).
 */
export async function vouchedLevels(
  { store, actor }: Pick<CommandContext<unknown>, 'store' | 'actor'>,
  request: { readonly subjects: readonly { readonly subjectId: string }[] },
  assurance: number,
): Promise<ReadonlyMap<string, number>> {
  if (actor.type !== 'client') throw notAllowed('scope_missing')
  const { client_assurance_max: most } = await store.settings.all()
  const level = Math.min(assurance, actor.maxAssurance, most)
  return new Map(request.subjects.map(({ subjectId }) => [subjectId, level]))
}
