import type { Principal } from '#usecases/actor.ts'
import { lookUpPerson } from '#usecases/person/look-up-person.ts'
import { viewApprovals } from '#usecases/queue/view-approvals.ts'
import { freshCaseCode } from '#usecases/request/fresh-case-code.ts'
import { submitFromCall } from '#usecases/request/submit-from-call.ts'
import { openBenchDesk, phoneOf, type BenchDesk } from './bench-desk.ts'
import { atMost, compare, timed, type Figure } from './measure.ts'

const reads = 20
const dayMs = 86_400_000

/** A desk on which so many verified deletions wait for a supervisor, and that supervisor's sign-in. */
async function deskWith(cases: number): Promise<{ bench: BenchDesk; supervisor: Principal }> {
  const bench = await openBenchDesk(1_000)
  const { desk, agent } = bench
  const firstCode = await oneDeletion(bench)
  const now = Date.now()
  const sessionId = crypto.randomUUID()
  await desk.runtime.unitOfWork.write(async ({ store }) => {
    const first = await store.requests.byCaseCode(firstCode)
    if (first === null) throw new Error(`the deletion of ${agent.kind} is not there`)
    // The others are the first one under other names: what is measured is how many there are, not how they came.
    for (let n = 1; n < cases; n += 1) {
      const caseCode = freshCaseCode(desk.runtime.ids)
      const request = { ...first.request, id: crypto.randomUUID(), caseCode, version: 1 }
      const origin = { ...first.origin, openingKey: null }
      await store.requests.add(request, origin, now + (n % 40) * dayMs)
    }
    const staffId = crypto.randomUUID()
    await store.staff.add({
      id: staffId, humanRef: 'S-1', email: 'supervisor@example.org', displayName: 'S-1', role: 'supervisor',
      status: 'active', locale: 'en', mayDecideFrom: now - dayMs, createdAt: now, createdBy: 'bench', version: 1,
      passwordHash: 'none',
    })
    const endsAt = now + dayMs
    await store.staff.openSession({ id: sessionId, staffId, createdAt: now, lastSeenAt: now, endsAt, revokedAt: null })
  })
  return { bench, supervisor: { kind: 'session', sessionId, via: 'get' } }
}

/** One person is looked up, verified and asks for the whole account to be deleted; answers the case code. */
async function oneDeletion({ desk, agent }: BenchDesk): Promise<string> {
  const { callId } = await desk.command(lookUpPerson, { callId: null, query: phoneOf(1), telephonyId: null }, agent)
  await desk.runtime.unitOfWork.write(async ({ store }) => {
    const [grant] = await store.calls.grants(callId)
    if (grant !== undefined) await store.calls.putGrant({ ...grant, level: 2, levelAt: Date.now() })
  })
  const { caseCode } = await submitFromCall.run(desk, {
    callId,
    subjectId: (await desk.runtime.unitOfWork.read((store) => store.calls.grants(callId)))[0]?.subjectId,
    choiceId: 'deletion:account',
    told: { result: 'understood', scriptVersion: '1', locale: 'en', inWriting: false },
    words: '',
    idempotencyKey: crypto.randomUUID().replaceAll('-', ''),
  }, agent)
  return caseCode
}

/** What a supervisor's queue costs when a hundred times as many cases wait. */
export async function queueFigures(): Promise<Figure[]> {
  const [few, many] = [await deskWith(50), await deskWith(5_000)]
  const read = ({ bench: { desk }, supervisor }: typeof few) => async () =>
    timed(async () => {
      for (let n = 0; n < reads; n += 1) {
        const { items } = await desk.query(viewApprovals, { caseCode: null }, supervisor)
        if (items.length !== 50) throw new Error(`the queue listed ${items.length} cases`)
      }
    })
  try {
    return [
      await compare('queue with 5,000 open cases ÷ with 50', atMost(1.3), read(many), read(few), `${reads} reads; the 50 most pressing are listed either way`),
    ]
  } finally {
    await few.bench.close()
    await many.bench.close()
  }
}
