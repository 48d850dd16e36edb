import type { Principal } from '#usecases/actor.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { approveRequest } from '#usecases/request/approve-request.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { addService } from '#usecases/service/add-service.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { wrapUpCall } from '#usecases/call/wrap-up-call.ts'
import { jobHandlers } from '#server/jobs/handlers.ts'
import { workUntilIdle } from '#server/jobs/worker-loop.ts'
import { phoneOf, type BenchDesk } from './bench-desk.ts'

const day = 86_400_000
const service = 'credit_scoring'

/**
 * Has the accounts of the first `count` people deleted as the product does it, each asked for in a call, approved and
 * carried out by the worker: their rows and keys are gone, and the registry bars their phones.
 *
 * @throws Error when it left anybody
 */
export async function eraseFirst(bench: BenchDesk, count: number): Promise<void> {
  const { desk } = bench
  await joinFirst(bench, count)
  // Nothing is measured while somebody may still change their mind.
  await desk.command(setSetting, { key: 'cooling_off_days', value: '0' }, { kind: 'operator' })
  const supervisor = await supervisorOf(bench)
  for (let n = 0; n < count; n += 1) {
    const caseCode = await asked(bench, n)
    const stored = await desk.runtime.unitOfWork.read((store) => store.requests.byCaseCode(caseCode))
    const { version, planHash } = stored?.request ?? {}
    await desk.command(approveRequest, { caseCode, version, planHash, confirm: caseCode.slice(-5) }, supervisor)
    await workUntilIdle(desk, jobHandlers)
  }
  const gone = await desk.database.prisma.subject.count({ where: { status: 'erased' } })
  const barred = await desk.database.prisma.registryTag.count({ where: { type: 'phone', barsAlone: true } })
  if (gone !== count || barred !== count) throw new Error(`${gone} of ${count} are erased, ${barred} barred`)
}

/** They joined the service by a box that stood open, so that their deletion marks them. */
async function joinFirst({ desk }: BenchDesk, count: number): Promise<void> {
  await desk.command(addService, { key: service, purposes: [service], restsOn: service }, { kind: 'operator' })
  const now = Date.now()
  await desk.runtime.unitOfWork.write(async ({ store }) => {
    await store.consents.addNotice({
      purpose: service, version: '1', locale: 'zh-CN', title: 'Credit', text: 'Notice 1', control: 'unticked_box',
      prominence: 'normal', bundledWith: null, validFrom: now - 400 * day, validTo: null,
    }, now)
    for (let n = 0; n < count; n += 1) {
      const [subjectId = ''] = await store.subjects.findByIdentifier('phone', phoneOf(n))
      await store.consents.append({
        subjectId, purpose: service, noticeVersion: '1', state: 'ConsentGiven', indication: 'ticked_box', channel: 'app',
        occurredAt: now - 300 * day, eventId: `joined-${n}`, evidenceRef: null, concerns: null,
      }, now, 'bench')
    }
  })
}

async function supervisorOf({ desk }: BenchDesk): Promise<Principal> {
  const now = Date.now()
  const [id, sessionId] = [crypto.randomUUID(), crypto.randomUUID()]
  await desk.runtime.unitOfWork.write(async ({ store }) => {
    await store.staff.add({
      id, humanRef: 'S-1', email: 'supervisor@example.org', displayName: 'S-1', role: 'supervisor', status: 'active',
      locale: 'en', mayDecideFrom: now - day, createdAt: now, createdBy: 'bench', version: 1, passwordHash: 'none',
    })
    const session = { id: sessionId, staffId: id, createdAt: now, lastSeenAt: now, endsAt: now + day, revokedAt: null }
    await store.staff.openSession(session)
  })
  return { kind: 'session', sessionId, via: 'post' }
}

/** The n-th person asks in a call of their own, verified, for their account to be deleted. @returns the case code */
async function asked({ desk, agent }: BenchDesk, n: number): Promise<string> {
  const { callId } = await desk.command(lookUpPerson, { callId: null, query: phoneOf(n), telephonyId: null }, agent)
  const subjectId = await desk.runtime.unitOfWork.write(async ({ store }) => {
    const [grant] = await store.calls.grants(callId)
    if (grant === undefined) throw new Error(`nobody has ${phoneOf(n)}`)
    await store.calls.putGrant({ ...grant, level: 2, levelAt: Date.now() })
    return grant.subjectId
  })
  const { caseCode } = await submitFromCall.run(desk, {
    callId, subjectId, choiceId: 'deletion:account', words: '',
    told: { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false },
    idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
  }, agent)
  await desk.command(wrapUpCall, { callId, outcome: 'request_opened', note: '', callBackAt: null }, agent)
  return caseCode
}
