'use client'
import { useTranslations } from 'next-intl'
import type { ConsentEventView, NoticeView } from '#usecases/views/consent.ts'
import { useWords } from '#components/i18n/use-words.ts'

/** Says how a choice was put to the person: the control of the notice that they were shown, where one is on record. */
export function useHowShown(notices: readonly NoticeView[]): (event: ConsentEventView) => string {
  const t = useTranslations('consent.happened')
  const { word } = useWords()
  return ({ noticeId }) => {
    const notice = notices.find((one) => one.noticeId === noticeId)
    return notice === undefined ? t('noNotice') : word('control', notice.control)
  }
}
