import type { AssuranceLevel } from '#domain/access/assurance.ts'
import { checkObstacle, isLiveCheck, type CheckObstacle } from '#domain/verification/caller-check.ts'
import { maskIdentifier } from '../person/masked-person.ts'
import type { VerificationRecord } from '../ports/call-store.ts'
import type { CheckLine } from '../ports/check-store.ts'
import type { VerificationWayView } from '../views/desk.ts'
import type { Lock } from '../views/phrase.ts'
import { challengeView } from './code-ways.ts'
import type { DeskContext } from './desk-context.ts'

/**
 * What a caller claimed earlier and a supervisor checks: who represents the person, or which contact they lost. The
 * code goes to the contact that was stated then. Whoever says "that was not me" is heard here too.
 */
export async function checkWays(
  desk: DeskContext,
  subjectId: string,
  level: AssuranceLevel,
  sent: VerificationRecord | undefined,
): Promise<VerificationWayView[]> {
  const { store, now, channels } = desk
  const live = (await store.checks.ofSubject(subjectId)).filter((check) => isLiveCheck(check, now))
  return Promise.all(
    live.map(async (line): Promise<VerificationWayView> => {
      const check = await store.checks.get(line.id)
      const contact = check?.contact ?? null
      const obstacle = checkObstacle(line, now)
      const reachable = contact?.type === 'email' ? channels.email : channels.sms
      return {
        wayId: line.id,
        way: line.kind === 'authority' ? 'representative' : 'lost_contact',
        maskedContact: contact === null ? null : maskIdentifier(contact, 0),
        gives: obstacle === null ? 2 : 1,
        // Their contact can be verified while the authority still waits; it gives no more until then.
        against: line.kind === 'authority' && obstacle === 'not_checked' ? [{ key: 'can_not_act' }] : [],
        lock: lockOf(line, obstacle) ?? (reachable ? null : { key: 'no_channel' }),
        challenge: sent?.identifierId === line.id ? await challengeView(desk, sent) : null,
        best: false,
        check: {
          checkId: line.id,
          capacity: line.capacity,
          askedAt: line.askedAt,
          objection: line.state === 'objected' ? { key: 'check_objected' } : level < 1 ? { key: 'needs_level', params: { level: 1 } } : null,
        },
      }
    }),
  )
}

function lockOf({ kind, opensAt }: CheckLine, obstacle: CheckObstacle | null): Lock | null {
  switch (obstacle) {
    case 'objected':
      return { key: 'check_objected' }
    case 'not_checked':
      return kind === 'authority' ? null : { key: 'check_waits' }
    case 'too_early':
      return { key: 'check_opens', params: { at: opensAt } }
    default:
      return null
  }
}
