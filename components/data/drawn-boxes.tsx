import { Square, SquareCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** A notice's words with the signs of boxes (☐, ☑, ☒) drawn: few fonts have them. */
export function DrawnBoxes({ text }: { text: string }) {
  const t = useTranslations('consent.notice')
  return text.split(/([☐☑☒])/u).map((part, index) => {
    if (!/^[☐☑☒]$/u.test(part)) return part
    const Sign = part === '☐' ? Square : SquareCheck
    const label = t(part === '☐' ? 'box_unticked_box' : 'box_preticked_box')
    return <Sign key={index} role="img" aria-label={label} className="inline size-4 align-[-3px]" />
  })
}
