'use client'
import { useTranslations } from 'next-intl'
import { anyMessage } from './any-message.ts'

/** What a kind of message is called, and why one failed. A code that has no words yet shows as it is. */
export function useMessageText() {
  const t = useTranslations('messages')
  return {
    kindName: (template: string): string => anyMessage(t, `kind.${template}`) ?? template,
    faultText: (fault: string): string => anyMessage(t, `fault.${fault}`) ?? fault,
    holeName: (hole: string): string => anyMessage(t, `hole.${hole}`) ?? hole,
  }
}
