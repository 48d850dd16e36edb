import type { CommandContext } from '../command.ts'
import { ownLiveCall } from '../call/own-call.ts'
import { preconditionFailed } from '../errors.ts'
import type { CallRecord } from '../ports/call-store.ts'
import type { SubjectRecord } from '../ports/subject-store.ts'

/** The agent's own live call and the person on file that it is about. @throws PreconditionFailed when it is nobody */
export async function livePerson(
  context: Pick<CommandContext<unknown>, 'store' | 'actor'>,
  callId: string,
): Promise<{ call: CallRecord; subject: SubjectRecord; about: { call: string; subjects: string[] } }> {
  const call = await ownLiveCall(context, callId)
  const subject = call.subjectId === null ? null : await context.store.subjects.get(call.subjectId)
  const about = { call: call.id, subjects: call.subjectId === null ? [] : [call.subjectId] }
  if (subject === null || subject.status !== 'active') throw preconditionFailed('code_not_possible', about)
  return { call, subject, about }
}
