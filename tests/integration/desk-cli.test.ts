import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DeskProcess } from '#tests/support/desk-in-folder.ts'
import { deskProcess } from '#tests/support/desk-process.ts'

describe('the command line of the operator', () => {
  let desk: DeskProcess
  beforeAll(async () => {
    desk = await deskProcess()
  })

  it('says what is missing before it was set up, and makes nothing', async () => {
    const doctor = await desk.run(['doctor', '--json'])
    expect(doctor.code).toBe(1)
    expect(doctor.json()).toMatchObject({ ok: false, checks: [{ name: 'config', ok: true }, { name: 'keys', ok: false }] })
    const added = await desk.run(['client', 'add', 'app', '--scopes', 'gate', '--json'])
    expect(added.code).toBe(1)
    expect(added.json()).toMatchObject({ error: { reason: 'keys' } })
    expect(added.stderr).toMatch(/desk -- init/)
  })

  it('is set up once: keys for the owner alone, and the first administrator with a password shown once', async () => {
    const first = await desk.run(['init', '--email', 'Root@Example.org', '--country', 'de', '--json'])
    expect(first.code).toBe(0)
    expect(first.json()).toMatchObject({ staff_id: expect.any(String), keys_created: true, password: expect.stringMatching(/^\w{5}(-\w{5}){3}$/) })
    const keys = join(desk.directory, 'keys')
    expect(statSync(keys).mode & 0o777).toBe(0o700)
    expect(statSync(join(keys, 'registry-1.key')).mode & 0o777).toBe(0o600)
    const registryKey = readFileSync(join(keys, 'registry-1.key'))
    const second = await desk.run(['init', '--email', 'other@example.org', '--json'])
    expect(second.code).toBe(1)
    expect(second.json()).toMatchObject({ error: { reason: 'already_initialised' } })
    expect(readFileSync(join(keys, 'registry-1.key'))).toEqual(registryKey)
  })

  it('refuses to make new keys for a database that was written under others', async () => {
    const env = { RIGHTSDESK_KEYS: join(desk.directory, 'lost') }
    const answer = await desk.run(['init', '--json'], { env })
    expect(answer.code).toBe(1)
    expect(answer.json()).toMatchObject({ error: { reason: 'keys' } })
    const again = await desk.run(['client', 'add', 'x', '--scopes', 'gate'], { env })
    expect(again.code).toBe(1)
  })

  it('lists exactly the verbs that it has', async () => {
    const help = await desk.run(['help', '--json'])
    expect(help.code).toBe(0)
    const { verbs } = help.json() as { verbs: string[] }
    expect(verbs).toEqual(expect.arrayContaining(['init', 'doctor', 'import people', 'staff add', 'client add', 'law set', 'bounce']))
    expect(verbs).not.toEqual(expect.arrayContaining(['rotate-key']))
    const one = await desk.run(['staff', 'add', '--help'])
    expect([one.code, one.stdout]).toEqual([0, expect.stringMatching(/staff add <e-mail> --role/)])
  })

  it.each([
    [['bogus'], /no verb "bogus"/],
    [['staff', 'add'], /<e-mail> is missing/],
    [['staff', 'add', 'a@example.org'], /--role is missing/],
    [['client', 'add', 'x', '--scope', 'gate'], /--scope/],
    [['law', 'set', 'CA', 'yes', '--mark', 'yes'], /one word too many/],
    [[], /npm run desk/],
  ])('answers %j with 2 and says how it is called', async (args, says) => {
    const answer = await desk.run(args)
    expect(answer.code).toBe(2)
    expect(answer.stderr).toMatch(says)
    expect(answer.stdout).toBe('')
  })

  it('adds staff with a password from standard input, never from an argument', async () => {
    const input = 'correct horse battery\n'
    const added = await desk.run(['staff', 'add', 'ann@example.org', '--role', 'supervisor', '--human-ref', 'S-009', '--password-stdin', '--json'], { input })
    expect(added.code).toBe(0)
    expect(Object.keys(added.json())).toEqual(['staff_id'])
    expect(added.stdout + added.stderr).not.toContain('correct horse')
    const twice = await desk.run(['staff', 'add', 'ANN@example.org', '--role', 'agent', '--human-ref', 'S-010', '--password-stdin'], { input })
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringMatching(/signs in with this e-mail already/)])
    const short = await desk.run(['staff', 'add', 'bob@example.org', '--role', 'agent', '--password-stdin'], { input: 'short\n' })
    expect([short.code, short.stderr]).toEqual([1, expect.stringMatching(/password: At least 12 characters/)])
    const clown = await desk.run(['staff', 'add', 'bob@example.org', '--role', 'clown', '--password-stdin'], { input })
    expect([clown.code, clown.stderr]).toEqual([1, expect.stringMatching(/^role: /)])
    const sameRef = await desk.run(['staff', 'add', 'ann@example.net', '--role', 'agent', '--password-stdin'], { input })
    expect(sameRef.code).toBe(0)
    const guessed = await desk.run(['staff', 'add', 'ann@example.com', '--role', 'agent', '--password-stdin', '--json'], { input })
    expect(guessed.json()).toMatchObject({ error: { reason: 'human_ref_needed' } })
    expect((await desk.run(['staff', 'disable', 'ann@example.net'])).code).toBe(0)
    expect((await desk.run(['staff', 'disable', 'nobody@example.net'])).code).toBe(1)
    expect((await desk.run(['staff', 'disable', 'root@example.org', '--json'])).json()).toMatchObject({ error: { reason: 'last_administrator' } })
  })

  it('gives a client its key once', async () => {
    const added = await desk.run(['client', 'add', 'enrolment', '--scopes', 'gate,consents.write', '--json'])
    const { client_id: clientId, api_key: apiKey } = added.json()
    expect(apiKey).toMatch(new RegExp(`^${String(clientId)}\\.[A-Za-z0-9_-]{43}$`))
    const bytes = readFileSync(join(desk.directory, 'data', 'desk.db'))
    expect(bytes.includes(String(apiKey).split('.')[1] ?? '')).toBe(false)
    expect((await desk.run(['client', 'add', 'x', '--scopes', 'everything', '--json'])).json()).toMatchObject({ error: { code: 'invalid_input' } })
    expect((await desk.run(['client', 'revoke', 'enrolment', '--json'])).json()).toEqual({ client_id: clientId })
    expect((await desk.run(['client', 'revoke', 'enrolment'])).code).toBe(1)
  })

  it('sets services, settings and laws, and reads them back', async () => {
    const service = await desk.run(['service', 'add', 'credit_scoring', '--purposes', 'credit_scoring,annual_review', '--rests-on', 'credit_scoring', '--json'])
    expect(service.json()).toEqual({ service: 'credit_scoring', purposes: ['credit_scoring', 'annual_review'], rests_on: 'credit_scoring', sensitive: false })
    expect((await desk.run(['service', 'add', 'x', '--purposes', 'a', '--rests-on', 'b'])).stderr).toMatch(/restsOn: This is not one of the purposes/)
    expect((await desk.run(['setting', 'set', 'cooling_off_days', '0'])).code).toBe(0)
    expect((await desk.run(['setting', 'set', 'cooling_off_days', '99'])).stderr).toMatch(/larger than this setting allows/)
    const told = (await desk.run(['setting', 'list', '--json'])).json() as { settings: { key: string; value: string }[] }
    expect(told.settings.find((one) => one.key === 'home_country')).toMatchObject({ value: 'DE', default: 'CN' })
    expect((await desk.run(['setting', 'set', 'home_country', 'ca', '--json'])).json()).toEqual({ key: 'home_country', value: 'CA' })
    expect((await desk.run(['setting', 'set', 'home_country', 'Atlantis'])).stderr).toMatch(/country/)
    expect((await desk.run(['setting', 'set', 'cooling', '1'])).stderr).toMatch(/no such setting/)
    const { settings } = (await desk.run(['setting', 'list', '--json'])).json() as { settings: { key: string; value: string }[] }
    expect(settings.find((one) => one.key === 'cooling_off_days')).toMatchObject({ value: '0', default: '7' })
    expect((await desk.run(['law', 'set', 'ca', '--mark', 'yes', '--json'])).json()).toMatchObject({ jurisdiction: 'CA', mark: 'yes' })
    expect((await desk.run(['law', 'set', 'Atlantis', '--mark', 'yes'])).code).toBe(1)
    const { laws } = (await desk.run(['law', 'list', '--json'])).json() as { laws: { jurisdiction: string; mark: string }[] }
    expect(laws.filter((law) => law.jurisdiction === 'CA' || law.jurisdiction === '*').map((law) => law.mark).toSorted()).toEqual(['undecided', 'yes'])
  })

  it('has a doctor with a line for each thing', async () => {
    const doctor = await desk.run(['doctor', '--json'])
    const { ok, checks } = doctor.json() as { ok: boolean; checks: { name: string; ok: boolean }[] }
    expect(checks.map((check) => check.name)).toEqual([
      'config', 'keys', 'database', 'migrations', 'wal', 'clock', 'log_tail', 'worker', 'jobs', 'deciders', 'laws',
    ])
    expect(checks.filter((check) => !check.ok).map((check) => check.name)).toEqual(expect.arrayContaining(['worker', 'deciders', 'laws']))
    expect([ok, doctor.code]).toEqual([false, 1])
  })

  it('imports with one object on the last line, progress apart, and 1 when a row was rejected', async () => {
    const file = join(desk.directory, 'people.csv')
    writeFileSync(file, 'external_id,name,email\np-1,Ann,ann@example.org\np-2,Ben,nothing\n')
    const imported = await desk.run(['import', 'people', file, '--json'])
    expect(imported.code).toBe(1)
    expect(imported.json()).toEqual({ rows: 2, accepted: 1, partial: 0, unchanged: 0, rejected: 1, rejects_file: `${file}.rejected.csv` })
    writeFileSync(file, 'external_id,name,email\np-1,Ann,ann@example.org\n')
    const again = await desk.run(['import', 'people', file, '--json'])
    expect(again.code).toBe(0)
    expect(again.json()).toEqual({ rows: 1, accepted: 0, partial: 0, unchanged: 1, rejected: 0, rejects_file: null })
    writeFileSync(file, 'external_id,name,email\np-1,"Ann,ann@example.org\n')
    const broken = await desk.run(['import', 'people', file, '--json'])
    expect([broken.code, broken.json()]).toMatchObject([1, { error: { reason: 'quote_not_closed' } }])
    expect(broken.stderr.trim().split('\n')).toHaveLength(1)
    expect((await desk.run(['import', 'people', join(desk.directory, 'nowhere.csv')])).code).toBe(1)
  })
})
