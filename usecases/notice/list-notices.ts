import { z } from 'zod'
import { compareNotices } from '#domain/consent/compare-notices.ts'
import { defectsOfNotice } from '#domain/consent/defects.ts'
import { noticeView } from '../desk/consent-lanes.ts'
import { notFound } from '../errors.ts'
import type { NoticeRecord } from '../ports/consent-store.ts'
import { purposeTitle } from '../present/service-ref.ts'
import { query } from '../query.ts'
import type { NoticeLineView, NoticeRoomView } from '../views/notices.ts'

/** What people were shown, version by version; one of them as it looked; and what differs between two. */
export const listNotices = query({
  name: 'notice.list',
  permission: 'notice.list',
  input: z.object({ show: z.uuid().optional(), before: z.uuid().optional(), after: z.uuid().optional() }),
  async run({ input, now, store }): Promise<NoticeRoomView> {
    const [notices, services] = await Promise.all([store.consents.notices(), store.consents.services()])
    const find = (id: string): NoticeRecord => {
      const found = notices.find((notice) => notice.id === id)
      if (found === undefined) throw notFound('notice')
      return found
    }
    const { show, before, after } = input
    return {
      now,
      purposes: [...new Set(services.flatMap((service) => service.purposes))]
        .toSorted()
        .map((key) => ({ key, title: purposeTitle(key) })),
      notices: notices.map(lineOf),
      shown: show === undefined ? null : noticeView(find(show), notices),
      compared:
        before === undefined || after === undefined
          ? null
          : {
              before: noticeView(find(before), notices),
              after: noticeView(find(after), notices),
              purposes: { before: purposeTitle(find(before).purpose), after: purposeTitle(find(after).purpose) },
              says: compareNotices(find(before), find(after)),
            },
    }
  },
})

const lineOf = (notice: NoticeRecord): NoticeLineView => ({
  noticeId: notice.id,
  purpose: notice.purpose,
  purposeTitle: purposeTitle(notice.purpose),
  version: notice.version,
  locale: notice.locale,
  control: notice.control,
  bundledWith: notice.bundledWith === null ? null : purposeTitle(notice.bundledWith),
  prominence: notice.prominence,
  validFrom: notice.validFrom,
  validTo: notice.validTo,
  defects: defectsOfNotice(notice),
})
