'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { ActionResult } from '#usecases/action-result.ts'
import type { LawLineView } from '#usecases/views/settings.ts'
import type { LawMarkForm } from '#usecases/views/settings-inputs.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { Below } from '#components/ui/below.tsx'
import { Button } from '#components/ui/button.tsx'
import { SectionHeading } from '#components/ui/section-heading.tsx'
import { Table, Td, Th } from '#components/ui/table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { LawDialog } from './law-dialog.tsx'
import { inForce, lawPlaces, type LawPlace } from './law-places.ts'
import { usePlaceName } from '../../_components/use-place-name.ts'

const toneOf = { yes: 'good', no: 'neutral', undecided: 'warn' } as const
const wordOf = { yes: 'markYes', no: 'markNo', undecided: 'markUndecided' } as const

/** For each place whether a deletion may end in "never again": counsel's decision, undecided until then. */
export function LawMarks({
  laws, now, action, onDone,
}: {
  laws: readonly LawLineView[]
  now: number
  action: (input: LawMarkForm) => Promise<ActionResult<unknown>>
  onDone: () => void
}) {
  const t = useTranslations('settings.values')
  const [deciding, setDeciding] = useState<LawPlace | 'another' | null>(null)
  return (
    <section aria-labelledby="law-marks" className="grid grid-cols-1 gap-3">
      <div>
        <SectionHeading id="law-marks">{t('laws')}</SectionHeading>
        <p className="mt-1 max-w-[74ch] text-sm text-ink-2">{t('lawsText')}</p>
      </div>
      <Table caption={t('lawCaption')}>
        <thead>
          <tr>
            <Th>{t('place')}</Th>
            <Th>{t('mark')}</Th>
            <Th className="max-sm:hidden">{t('changed')}</Th>
            <Th>
              <span className="sr-only">{t('decide')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {lawPlaces(laws).map((place) => (
            <PlaceRow key={place.jurisdiction} place={place} now={now} onDecide={() => setDeciding(place)} />
          ))}
        </tbody>
      </Table>
      <div>
        <Button onClick={() => setDeciding('another')}>{t('anotherPlace')}</Button>
      </div>
      {deciding !== null && (
        <LawDialog
          place={deciding === 'another' ? null : deciding}
          action={action}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}

function PlaceRow({ place, now, onDecide }: { place: LawPlace; now: number; onDecide: () => void }) {
  const t = useTranslations('settings.values')
  const { word } = useWords()
  const placeName = usePlaceName()
  const name = placeName(place.jurisdiction)
  const changed = place.changed === null ? t('asDelivered') : t('changedBy', place.changed)
  return (
    <tr>
      <Td>
        <strong>{name}</strong>
        {!place.laws.includes('any') && (
          <>
            <span className="block text-xs text-ink-2">{place.laws.map((law) => word('law', law)).join(' · ')}</span>
            <span className="block text-xs text-ink-3">{place.citations.join('; ')}</span>
          </>
        )}
        <Below>{changed}</Below>
        {!inForce(place, now) && <span className="block text-xs text-ink-2">{t('inForceFrom', { at: Date.parse(place.validFrom) })}</span>}
      </Td>
      <Td>
        <Tag tone={toneOf[place.mark]}>{t(wordOf[place.mark])}</Tag>
      </Td>
      <Td className="text-xs/5 text-ink-2 max-sm:hidden">
        {changed}
      </Td>
      <Td className="text-right">
        <Button look="quiet" className="-my-1 max-sm:px-1.5" onClick={onDecide}>
          {place.mark === 'undecided' ? t('decide') : t('change')}
          <span className="sr-only">{name}</span>
        </Button>
      </Td>
    </tr>
  )
}
