import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openPostgresSession } from '#server/connectors/postgres-session.ts'
import { sendBySmtp } from '#server/notify/send-by-smtp.ts'
import { sendByWebhook } from '#server/notify/send-by-webhook.ts'
import { dial, guardedLookup, NotDialled, targetOf } from '#server/outbound/dialer.ts'
import { connectSystem } from '#usecases/system/connect-system.ts'
import { freshUrl } from '#tests/support/database.ts'
import { openTestDesk } from '#tests/support/desk.ts'
import { freshShops } from '#tests/support/shop-databases.ts'
import { shopDataset, shopPolicy } from '#tests/support/shop-system.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const message = { to: '+8613812345678', subject: 's', text: 't', locale: 'en', idempotencyKey: 'k', token: 'a'.repeat(48) }
const statementTimeout = 5_000

describe('what goes out', () => {
  it('never goes to a link-local or metadata address, by HTTP, SMTP or SQL', async () => {
    for (const url of ['http://169.254.169.254/latest', 'http://[::ffff:169.254.169.254]/', 'https://0.0.0.0/', 'http://2852039166/']) {
      await expect(sendByWebhook({ url, token: null }, () => 0)(message), url).rejects.toMatchObject({
        code: 'sms_unreachable',
      })
    }
    await expect(sendBySmtp({ url: 'smtp://169.254.169.254:25', from: 'a@example.org', bounces: null })(message)).rejects.toMatchObject({
      code: 'mail_unreachable',
    })
    const url = 'postgresql://u:p@169.254.169.254/shop'
    await expect(openPostgresSession({ url, statementTimeout })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('judges a name by what it resolves to, and connects to just that', async () => {
    const looked = (host: string) =>
      new Promise((resolve) => guardedLookup(host, { all: true }, (fault, addresses) => resolve(fault ?? addresses)))
    expect(await looked('169.254.169.254')).toBeInstanceOf(NotDialled)
    expect(await looked('127.0.0.1')).toEqual([{ address: '127.0.0.1', family: 4 }])
    const [fault] = await once(dial({ host: '169.254.1.1', port: 80 }), 'error')
    expect(fault).toBeInstanceOf(NotDialled)
  })

  it('follows no redirect', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.writeHead(307, { Location: '/elsewhere' }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as AddressInfo
    await expect(sendByWebhook({ url: `http://127.0.0.1:${port}/sms`, token: null }, () => 0)(message)).rejects.toMatchObject({
      code: 'sms_unreachable',
    })
    expect(asked).toBe(1)
  })

  it('goes to the host of the address, whatever else the address says', async () => {
    const shop = await freshShops.postgresql()
    closing.push(() => shop.close())
    const session = await openPostgresSession({ url: shop.place, statementTimeout })
    await session.close()
    const { port } = targetOf(shop.place, 5432)
    for (const more of ['host=127.0.0.2', 'host=/tmp', `port=${port + 1}`]) {
      const url = `${shop.place}${shop.place.includes('?') ? '&' : '?'}${more}`
      await expect(openPostgresSession({ url, statementTimeout }), more).rejects.toMatchObject({ code: 'not_allowed' })
    }
  })
})

describe('a desk’s own database', () => {
  it('is never a system, by whatever address', async () => {
    const { desk } = await openTestDesk('postgresql')
    const others = await freshUrl('postgresql')
    const system = { name: 'own', role: 'own', dataset: shopDataset, policy: shopPolicy, usualHours: 1 }
    for (const url of [desk.config.databaseUrl, others]) {
      await expect(openPostgresSession({ url, statementTimeout })).rejects.toMatchObject({ code: 'not_allowed' })
      await expect(connectSystem.run(desk, { ...system, url }, { kind: 'operator' })).rejects.toMatchObject({
        fields: { url: 'system_not_allowed' },
      })
    }
    expect(await desk.database.prisma.system.count()).toBe(0)
  })
})
