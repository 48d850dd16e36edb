import type { NoticeComparison } from '#domain/consent/compare-notices.ts'
import type { DefectCode } from '#domain/consent/defects.ts'
import type { NoticeView } from './consent.ts'

/** `/settings/notices`: what people were shown, version by version. */
export interface NoticeRoomView {
  now: number
  /** Purposes that a notice can be about, each with what it is called. */
  purposes: { key: string; title: string }[]
  notices: NoticeLineView[]
  /** The one that is looked at; null when none was asked for. */
  shown: NoticeView | null
  compared: {
    before: NoticeView
    after: NoticeView
    /** What their purposes are called. */
    purposes: { before: string; after: string }
    says: NoticeComparison
  } | null
}

export interface NoticeLineView {
  noticeId: string
  purpose: string
  purposeTitle: string
  version: string
  locale: string
  control: NoticeView['control']
  bundledWith: string | null
  prominence: string
  validFrom: number
  validTo: number | null
  /** What every consent given on it suffers from. */
  defects: DefectCode[]
}
