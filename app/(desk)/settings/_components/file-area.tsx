'use client'
import { useRef, type ComponentProps } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/textarea.tsx'

/** The text of a file: pasted, or read here from a file that is chosen. Nothing is sent until the form is. */
export function FileArea({
  onFile, label, ...area
}: Omit<ComponentProps<typeof TextArea>, 'label'> & { label: string; onFile: (text: string) => void }) {
  const t = useTranslations('settings.systems')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className="grid gap-2">
      <TextArea {...area} label={label} rows={4} spellCheck={false} className="[&_textarea]:max-h-56 [&_textarea]:font-mono" />
      <div>
        <input
          ref={picker}
          type="file"
          accept=".yml,.yaml,text/yaml,application/yaml"
          className="sr-only"
          tabIndex={-1}
          aria-label={label}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) void file.text().then(onFile)
            event.target.value = ''
          }}
        />
        <Button onClick={() => picker.current?.click()}>
          {t('chooseFile')}
          <span className="sr-only">{label}</span>
        </Button>
      </div>
    </div>
  )
}
