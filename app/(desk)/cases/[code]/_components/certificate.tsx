'use client'
import { useTranslations } from 'next-intl'
import type { CertificateView } from '#usecases/views/case.ts'
import { useWords } from '#components/i18n/use-words.ts'
import { SectionHeading } from '#components/ui/section-heading.tsx'

/** The signed result: what is gone, what stays and until when. */
export function Certificate({ certificate }: { certificate: CertificateView }) {
  const t = useTranslations('cases.certificate')
  const { say } = useWords()
  return (
    <section className="grid gap-2 rounded border border-good bg-good-wash px-4.5 py-4">
      <SectionHeading aside={t('issued', { at: certificate.issuedAt })}>{t('title')}</SectionHeading>
      <p className="font-semibold text-good">{t(certificate.outcome)}</p>
      {certificate.retained.length > 0 && (
        <ul className="grid list-disc gap-1 pl-4">
          {certificate.retained.map((line, index) => (
            <li key={index}>
              <strong>{line.system}</strong>: {say('keep', line.reason)}
              {line.until !== null && <>, {t('until', { until: line.until })}</>}
            </li>
          ))}
        </ul>
      )}
      {certificate.keysGoneOn !== null && <p>{t('keys', { at: certificate.keysGoneOn })}</p>}
      <p className="text-xs text-ink-2">
        {t('hash')}: <span className="font-mono break-all">{certificate.sha256}</span>
      </p>
    </section>
  )
}
