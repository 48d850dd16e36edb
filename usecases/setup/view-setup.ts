import { z } from 'zod'
import { undecidedRows } from '#domain/law/law-table.ts'
import { query } from '../query.ts'
import { decidersNow, enoughDeciders } from '../staff/deciders.ts'
import type { SetUpView } from '../views/settings.ts'
import { linkTemplates } from '../verification/add-link.ts'
import { jobLateMs } from './late.ts'

type Check = SetUpView['checks'][number]
type CheckName = Check['name']

const check = (name: CheckName, ok: boolean, detail: Check['detail'], href: string | null): Check => ({ name, ok, detail, href })

const mailCheck = (ok: boolean): Check => check('mail', ok, { key: ok ? 'mail_ok' : 'mail_missing' }, '/settings/messages')
const smsCheck = (ok: boolean): Check => check('sms', ok, { key: ok ? 'sms_ok' : 'sms_missing' }, '/settings/messages')

/** What the count of failed messages looks back over, in ms. */
const messagesSinceMs = 30 * 86_400_000

/** What nobody sends again: a call or a case asks for a new one. */
const askedAnew: readonly string[] = ['one_time_code', ...linkTemplates]

/** What is still missing before the desk can do its work, each with the page that mends it. */
export const viewSetUp = query({
  name: 'setup.view',
  permission: 'setup.view',
  /** What the configuration says, from whoever can read it: a query sees the database alone. */
  input: z.object({ mail: z.boolean().optional(), sms: z.boolean().optional() }),
  async run({ input, now, store }): Promise<SetUpView> {
    const deciders = decidersNow(await store.staff.list(), now)
    const undecided = undecidedRows((await store.settings.lawTable()).rows, now).length
    const services = (await store.consents.services()).length
    const systems = await store.systems.list()
    const unchecked = systems.filter((system) => system.lastCheck?.answer.ok !== true).length
    const clients = (await store.clients.list()).filter((client) => client.revokedAt === null).length
    const failed = (await store.notifications.counts(now - messagesSinceMs)).filter(
      (one) => (one.state === 'failed' || one.state === 'bounced') && !askedAnew.includes(one.template),
    )
    const unsent = failed.reduce((sum, one) => sum + one.count, 0)
    const stuck = await store.health.stuckJobs(now, jobLateMs)
    return {
      checks: [
        deciders >= enoughDeciders
          ? check('deciders', true, { key: 'deciders_ok', params: { count: deciders } }, '/settings/staff')
          : check('deciders', false, { key: 'deciders_few', params: { count: deciders } }, '/settings/staff'),
        undecided === 0
          ? check('laws', true, { key: 'laws_decided' }, '/settings/laws')
          : check('laws', false, { key: 'laws_undecided', params: { count: undecided } }, '/settings/laws'),
        services > 0
          ? check('services', true, { key: 'services_ok', params: { count: services } }, null)
          : check('services', false, { key: 'services_missing' }, null),
        systems.length === 0
          ? check('systems', false, { key: 'systems_missing' }, '/settings/systems')
          : unchecked > 0
            ? check('systems', false, { key: 'systems_unchecked', params: { count: unchecked } }, '/settings/systems')
            : check('systems', true, { key: 'systems_ok', params: { count: systems.length } }, '/settings/systems'),
        clients > 0
          ? check('clients', true, { key: 'clients_ok', params: { count: clients } }, '/settings/clients')
          : check('clients', false, { key: 'clients_missing' }, '/settings/clients'),
        ...(input.mail === undefined ? [] : [mailCheck(input.mail)]),
        ...(input.sms === undefined ? [] : [smsCheck(input.sms)]),
        unsent === 0
          ? check('messages', true, { key: 'messages_ok' }, '/settings/messages')
          : check('messages', false, { key: 'messages_failed', params: { count: unsent } }, '/settings/messages'),
        // Without its keys this process would not have started.
        check('keys', true, { key: 'keys_ok' }, '/settings/keys'),
        stuck === 0
          ? check('jobs', true, { key: 'jobs_ok' }, '/settings/jobs')
          : check('jobs', false, { key: 'jobs_stuck', params: { count: stuck } }, '/settings/jobs'),
      ],
    }
  },
})
