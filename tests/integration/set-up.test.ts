import { beforeEach, describe, expect, it } from 'vitest'
import { apiSecretSha256, parseApiKey } from '#domain/access/api-key.ts'
import type { Principal } from '#usecases/actor.ts'
import { addClient } from '#usecases/client/add-client.ts'
import { listClients } from '#usecases/client/list-clients.ts'
import { revokeClient } from '#usecases/client/revoke-client.ts'
import { viewLaws } from '#usecases/law/view-laws.ts'
import { setLawMark } from '#usecases/law/set-law-mark.ts'
import { addService } from '#usecases/service/add-service.ts'
import { listSettings } from '#usecases/setting/list-settings.ts'
import { setSetting } from '#usecases/setting/set-setting.ts'
import { upkeep } from '#server/jobs/upkeep.ts'
import { runDoctor } from '#usecases/setup/run-doctor.ts'
import { viewSetUp } from '#usecases/setup/view-setup.ts'
import { openTestDesk, type TestDesk } from '#tests/support/desk.ts'

describe.each(['sqlite', 'postgresql'] as const)('setting up on %s', (kind) => {
  let test: TestDesk
  let administrator: Principal
  beforeEach(async () => {
    test = await openTestDesk(kind)
    administrator = await test.as('administrator')
  })

  it('gives a client a key of which only the hash is stored, and ends it at once', async () => {
    const { clientId, apiKey } = await test.desk.command(addClient, { name: 'the app', scopes: ['gate', 'gate', 'consents.write'] }, administrator)
    const row = await test.desk.database.prisma.apiClient.findUniqueOrThrow({ where: { id: clientId } })
    expect(parseApiKey(apiKey)?.clientId).toBe(clientId)
    expect(Buffer.from(row.secretSha256)).toEqual(Buffer.from(apiSecretSha256(parseApiKey(apiKey)?.secret ?? '')))
    expect(await test.desk.query(listClients, {}, administrator)).toMatchObject({ clients: [{ name: 'the app', scopes: ['consents.write', 'gate'], revokedAt: null }] })
    await expect(test.desk.command(addClient, { name: 'the app', scopes: ['gate'] }, administrator)).rejects.toMatchObject({ fields: { name: 'taken' } })
    await test.desk.command(revokeClient, { clientId }, administrator)
    const now = test.clock.now()
    expect(await test.desk.runtime.unitOfWork.resolveActor({ kind: 'client', clientId }, now)).toMatchObject({ type: 'nobody' })
    await expect(test.desk.command(revokeClient, { clientId }, administrator)).rejects.toMatchObject({ reason: 'already_revoked' })
  })

  it('has a doctor who sees whether the worker runs', async () => {
    const worker = async () => {
      const checks = await test.desk.query(runDoctor, {}, { kind: 'operator' })
      return checks.find(({ name }) => name === 'worker')
    }
    expect(await worker()).toMatchObject({ ok: false, detail: expect.stringContaining('never seen') })
    await upkeep(test.desk)
    expect(await worker()).toMatchObject({ ok: true })
    test.clock.advance(61_000)
    expect(await worker()).toMatchObject({ ok: false, detail: expect.stringContaining('last seen 61 s ago') })
  })

  it('changes settings within their bounds and says who did', async () => {
    await test.desk.command(setSetting, { key: 'cooling_off_days', value: '3' }, administrator)
    const { humanRef } = await test.staffOf('administrator')
    const { settings } = await test.desk.query(listSettings, {}, administrator)
    expect(settings.find((one) => one.key === 'cooling_off_days')).toMatchObject({
      value: '3', default: '7', min: 0, max: 30, changed: { at: test.clock.now(), by: humanRef },
    })
    await expect(test.desk.command(setSetting, { key: 'cooling_off_days', value: '31' }, administrator)).rejects.toMatchObject({ fields: { value: 'too_big' } })
    await expect(test.desk.command(setSetting, { key: 'constructor', value: '1' }, administrator)).rejects.toMatchObject({ fields: { key: 'choose' } })
  })

  it('decides a law for one place and leaves the rest of the world undecided', async () => {
    await test.desk.command(setLawMark, { jurisdiction: 'ca', mark: 'yes' }, administrator)
    const { marks: laws } = await test.desk.query(viewLaws, {}, administrator)
    expect(laws.filter((law) => law.jurisdiction === 'CA')).toMatchObject([{ mark: 'yes', changed: { at: test.clock.now() } }])
    expect(laws.filter((law) => law.jurisdiction === '*')).toMatchObject([{ mark: 'undecided', changed: null }])
    const places = laws.map((law) => `${law.jurisdiction} ${law.law}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('lists what is missing until it is there', async () => {
    const missing = async () => {
      const { checks } = await test.desk.query(viewSetUp, {}, administrator)
      return checks.filter((check) => !check.ok).map((check) => check.name)
    }
    expect(await missing()).toEqual(['deciders', 'laws', 'services', 'systems', 'clients'])
    for (const name of ['1', '2', '3']) await test.as('supervisor', name)
    await test.desk.command(addService, { key: 'credit', purposes: ['credit'], restsOn: 'credit' }, administrator)
    await test.desk.command(addClient, { name: 'app', scopes: ['gate'] }, administrator)
    expect(await missing()).toEqual(['laws', 'systems'])
  })
})
