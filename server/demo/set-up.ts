import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addService } from '#usecases/service/add-service.ts'
import { nameService } from '#usecases/service/name-service.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { initDesk } from '#usecases/setup/init-desk.ts'
import { addStaff } from '#usecases/staff/add-staff.ts'
import { checkSystem } from '#usecases/system/check-system.ts'
import { connectSystem } from '#usecases/system/connect-system.ts'
import type { Container } from '../container.ts'
import type { DemoSignIn } from './staff.ts'

const operator = { kind: 'operator' } as const
const file = (name: string) => readFileSync(fileURLToPath(new URL(`../../demo/${name}`, import.meta.url)), 'utf8')

/** The first administrator, then everybody else; who decides may do so at once, since nobody waits in a demo. */
export async function addDemoStaff(desk: Container, signIns: readonly DemoSignIn[]): Promise<void> {
  const first = signIns.find(({ role }) => role === 'administrator')
  if (first === undefined) throw new Error('the demo has no administrator')
  await initDesk.run(desk, { email: first.email, password: first.password }, operator)
  await desk.command(setSetting, { key: 'supervisor_grace_hours', value: '0' }, operator)
  for (const { role, email, password } of signIns) {
    if (email !== first.email) await addStaff.run(desk, { role, email, password }, operator)
  }
}

/** The service of the story, with the three purposes that a person can choose apart. */
export async function addDemoService(desk: Container): Promise<void> {
  await desk.command(
    addService,
    { key: 'credit_scoring', purposes: ['annual_review', 'credit_scoring', 'marketing'], restsOn: 'credit_scoring' },
    operator,
  )
  for (const [key, text] of Object.entries({ annual_review: '年度账单', credit_scoring: '信用评分', marketing: '营销推送' })) {
    await desk.command(nameService, { key, locale: 'zh-CN', text }, operator)
  }
}

/** Connects the operator's own system and tries an erasure on an invented person there. */
export async function connectWallet(desk: Container, place: string): Promise<void> {
  await connectSystem.run(
    desk,
    { name: 'wallet', role: 'own', url: `file:${place}`, dataset: file('dataset.yml'), policy: file('policy.yml'), usualHours: 1 },
    operator,
  )
  const check = await checkSystem.run(desk, { name: 'wallet' }, operator)
  if (!check.ok) throw new Error('the demo’s own system does not pass its check')
}

/** The two waits that a demo does without; requests that are under way keep the dates that they were given. */
export async function shortenWaits(desk: Container): Promise<void> {
  for (const key of ['cooling_off_days', 'recheck_hours']) await desk.command(setSetting, { key, value: '0' }, operator)
}
