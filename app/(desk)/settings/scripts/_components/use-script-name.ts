'use client'
import { useTranslations } from 'next-intl'
import type { ScriptId } from '#domain/script/script-ids.ts'

/** What a script is for, in the reader's language. */
export function useScriptName(): (scriptId: ScriptId) => string {
  const t = useTranslations('scripts')
  return (scriptId) => t(`script.${scriptId}`)
}
