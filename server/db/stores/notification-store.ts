import type { NotificationRecord, NotificationStore } from '#usecases/ports/notification-store.ts'
import { linkTemplates } from '#usecases/verification/add-link.ts'
import type { Tx } from '../client.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

type Row = NonNullable<Awaited<ReturnType<Tx['notification']['findUnique']>>>

const record = (row: Row): NotificationRecord => ({
  ...row,
  channel: row.channel as NotificationRecord['channel'],
  state: row.state as NotificationRecord['state'],
  createdAt: toMs(row.createdAt),
  sentAt: toMsOrNull(row.sentAt),
})

/** Messages to people: where they go and how they fared, never what they say. */
export function notificationStore(tx: Tx): NotificationStore {
  async function undelivered(
    of: { requestId?: string; template?: { notIn: string[] } },
    take?: number,
  ): Promise<NotificationRecord[]> {
    const rows = await tx.notification.findMany({
      where: { ...of, state: { in: ['failed', 'bounced'] }, verificationId: null },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      ...(take === undefined ? {} : { take }),
    })
    return rows.map(record)
  }
  return {
    async add({ createdAt, sentAt, ...rest }) {
      await tx.notification.create({ data: { ...rest, createdAt: toDate(createdAt), sentAt: toDateOrNull(sentAt) } })
    },
    async get(id) {
      const row = await tx.notification.findUnique({ where: { id } })
      return row && record(row)
    },
    async end(id, state, fault, now) {
      const { count } = await tx.notification.updateMany({
        where: { id, state: 'queued' },
        data: { state, fault, sentAt: state === 'sent' ? toDate(now) : null },
      })
      return count === 1
    },
    async bounce(id, fault) {
      // It may come back before the notifier wrote down that it went.
      const { count } = await tx.notification.updateMany({
        where: { id, state: { in: ['queued', 'sent'] } },
        data: { state: 'bounced', fault },
      })
      return count === 1
    },
    async replace(id) {
      const { count } = await tx.notification.updateMany({ where: { id, state: 'bounced' }, data: { state: 'sent_again' } })
      return count === 1
    },
    async queueAgain(id, place) {
      const { count } = await tx.notification.updateMany({
        where: { id, state: 'failed' },
        data: { ...place, state: 'queued', fault: null },
      })
      return count === 1
    },
    async counts(since) {
      const groups = await tx.notification.groupBy({
        by: ['template', 'state'],
        where: { createdAt: { gte: toDate(since) } },
        _count: { _all: true },
      })
      return groups.map(({ template, state, _count }) => ({
        template,
        state: state as NotificationRecord['state'],
        count: _count._all,
      }))
    },
    async ofRequest(requestId, template) {
      const rows = await tx.notification.findMany({ where: { requestId, template } })
      return rows.map(record)
    },
    undelivered: (limit) => undelivered({ template: { notIn: [...linkTemplates] } }, limit),
    undeliveredOf: (requestId) => undelivered({ requestId }),
    async oldestQueued() {
      const { _min } = await tx.notification.aggregate({ where: { state: 'queued' }, _min: { createdAt: true } })
      return toMsOrNull(_min.createdAt)
    },
    async ofVerification(verificationId) {
      const row = await tx.notification.findFirst({ where: { verificationId }, orderBy: { createdAt: 'desc' } })
      return row && record(row)
    },
    async recent(limit) {
      return (await tx.notification.findMany({ orderBy: { createdAt: 'desc' }, take: limit })).map(record)
    },
  }
}
