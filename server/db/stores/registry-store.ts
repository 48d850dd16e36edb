import { randomUUID } from 'node:crypto'
import type { IdentifierType } from '#domain/subject/identifier.ts'
import type { RegistryEntryRecord, RegistryStore, RegistryTagRecord } from '#usecases/ports/registry-store.ts'
import type { Tx } from '../client.ts'
import { hexText } from '../gate/list-query.ts'
import { toDate, toDateOrNull, toMs, toMsOrNull } from '../time.ts'

const withTags = { include: { tags: true } } as const

type Row = NonNullable<Awaited<ReturnType<Tx['registryEntry']['findUnique']>>> & {
  tags: NonNullable<Awaited<ReturnType<Tx['registryTag']['findUnique']>>>[]
}

const record = (row: Row): RegistryEntryRecord => ({
  id: row.id,
  service: row.serviceKey,
  legalBasis: row.legalBasis,
  ownerRole: row.ownerRole,
  reviewOn: toMs(row.reviewOn),
  endsAt: toMsOrNull(row.endsAt),
  requestId: row.requestId,
  noticeVersions: JSON.parse(row.noticeVersions) as string[],
  createdAt: toMs(row.createdAt),
  supersededAt: toMsOrNull(row.supersededAt),
  supersededFor: row.supersededFor,
  tags: row.tags.map(({ type, tag, generation, barsAlone }) => ({
    type: type as IdentifierType,
    tag,
    generation,
    barsAlone,
  })),
})

const tagRow = (entryId: string, { tag, ...rest }: RegistryTagRecord) => ({
  id: randomUUID(), entryId, tag: new Uint8Array(tag), ...rest,
})

/** The registry of permanent ineligibility: tags that outlive the person's data, never the data (domain book §7). */
export function registryStore(tx: Tx): RegistryStore {
  return {
    async mark({ service, tags, reviewOn, endsAt, noticeVersions, ...entry }, now) {
      const known = await tx.registryEntry.findUnique({
        where: { requestId_serviceKey: { requestId: entry.requestId, serviceKey: service } },
        ...withTags,
      })
      if (known !== null) {
        const there = new Set(known.tags.map(({ tag }) => hexText(tag)))
        const missing = tags.filter(({ tag }) => !there.has(hexText(tag)))
        await tx.registryTag.createMany({ data: missing.map((one) => tagRow(known.id, one)) })
        // What either account rested on keeps the bar up; of two ends the earlier one counts, as in a plan.
        const before = record(known)
        const versions = JSON.stringify([...new Set([...before.noticeVersions, ...noticeVersions])].sort())
        const ends = [before.endsAt, endsAt].filter((one) => one !== null)
        const end = ends.length === 0 ? null : Math.min(...ends)
        const same = missing.length === 0 && versions === known.noticeVersions && end === before.endsAt
        if (same) return { entryId: known.id, outcome: 'already' }
        const data = { noticeVersions: versions, endsAt: toDateOrNull(end) }
        await tx.registryEntry.update({ where: { id: known.id }, data })
        return { entryId: known.id, outcome: 'extended' }
      }
      const id = randomUUID()
      await tx.registryEntry.create({
        data: {
          ...entry,
          id,
          serviceKey: service,
          reviewOn: toDate(reviewOn),
          endsAt: toDateOrNull(endsAt),
          noticeVersions: JSON.stringify(noticeVersions),
          createdAt: toDate(now),
        },
      })
      await tx.registryTag.createMany({ data: tags.map((one) => tagRow(id, one)) })
      return { entryId: id, outcome: 'marked' }
    },
    async entriesByTags(service, tags, now) {
      if (tags.length === 0) return []
      const matched = await tx.registryTag.findMany({
        where: { tag: { in: tags.map((tag) => new Uint8Array(tag)) } },
        select: { entryId: true },
      })
      const rows = await tx.registryEntry.findMany({
        where: {
          id: { in: [...new Set(matched.map((one) => one.entryId))] },
          supersededAt: null,
          OR: [{ endsAt: null }, { endsAt: { gt: toDate(now) } }],
          ...(service === null ? {} : { serviceKey: service }),
        },
        ...withTags,
      })
      return rows.map(record)
    },
    async marksOfOthers(tag, subjectId) {
      const rows = await tx.registryTag.findMany({
        where: { tag: new Uint8Array(tag) },
        select: { entry: { select: { requestId: true } } },
      })
      const requestIds = [...new Set(rows.map(({ entry }) => entry.requestId))]
      const own = await tx.requestSubject.count({ where: { requestId: { in: requestIds }, subjectId } })
      return requestIds.length - own
    },
    async byId(id) {
      const row = await tx.registryEntry.findUnique({ where: { id }, ...withTags })
      return row && record(row)
    },
    async standing(now, limit) {
      const where = { supersededAt: null, OR: [{ endsAt: null }, { endsAt: { gt: toDate(now) } }] }
      const [rows, total] = [
        await tx.registryEntry.findMany({ where, orderBy: [{ reviewOn: 'asc' }, { id: 'asc' }], take: limit, ...withTags }),
        await tx.registryEntry.count({ where }),
      ]
      return { entries: rows.map(record), total }
    },
    async superseded(since, limit) {
      const where = { supersededAt: { gte: toDate(since) } }
      const rows = await tx.registryEntry.findMany({ where, orderBy: { supersededAt: 'desc' }, take: limit, ...withTags })
      return rows.map(record)
    },
    async review(id, reviewOn) {
      await tx.registryEntry.updateMany({ where: { id, supersededAt: null }, data: { reviewOn: toDate(reviewOn) } })
    },
    async ofRequest(requestId) {
      return (await tx.registryEntry.findMany({ where: { requestId }, ...withTags })).map(record)
    },
    async supersede(requestId, why, by, now) {
      const { count } = await tx.registryEntry.updateMany({
        where: { OR: [{ requestId }, { id: requestId }], supersededAt: null },
        data: { supersededAt: toDate(now), supersededFor: why, supersededBy: by },
      })
      return count
    },
    async rememberErased({ tag, ...erased }, now) {
      const bytes = new Uint8Array(tag)
      await tx.erasedExternalId.upsert({
        where: { tag: bytes },
        create: { tag: bytes, ...erased, at: toDate(now) },
        update: {},
      })
    },
    async wasErased(tag) {
      const row = await tx.erasedExternalId.findUnique({ where: { tag: new Uint8Array(tag) } })
      return row && { subjectId: row.subjectId, requestId: row.requestId, at: toMs(row.at) }
    },
  }
}
