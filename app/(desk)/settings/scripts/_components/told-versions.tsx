'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ScriptRoomView } from '#usecases/views/scripts.ts'
import { languageName } from '#components/data/language-name.ts'
import { Moment } from '#components/data/moment.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { useScriptName } from './use-script-name.ts'

/** Which versions people were told by: what a person heard is known by it, long after the words have changed. */
export function ToldVersions({ told }: Pick<ScriptRoomView, 'told'>) {
  const t = useTranslations('scripts')
  const reader = useLocale()
  const nameOf = useScriptName()
  return (
    <section aria-labelledby="told" className="grid grid-cols-1 gap-2">
      <SectionHeading id="told">{t('told')}</SectionHeading>
      <p className="max-w-[74ch] text-sm text-ink-2">{t('toldText')}</p>
      {told.length === 0 ? (
        <EmptyState title={t('nobodyTold')} />
      ) : (
        <Table caption={t('told')}>
          <thead>
            <tr>
              <Th>{t('version')}</Th>
              <Th number>{t('times')}</Th>
              <Th>{t('last')}</Th>
            </tr>
          </thead>
          <tbody>
            {told.map((one) => (
              <tr key={`${one.locale} ${one.scriptId ?? ''} ${one.version}`}>
                <Td>
                  {one.scriptId === null ? t('elsewhere') : nameOf(one.scriptId)}
                  <span className="block text-xs text-ink-2">
                    {t('language', { language: languageName(one.locale, reader), version: one.version })}{' '}
                    {one.inForce && <Tag tone="good">{t('inForce')}</Tag>}
                  </span>
                </Td>
                <Td number>{one.count}</Td>
                <Td className="whitespace-nowrap">
                  <Moment at={one.lastAt} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
