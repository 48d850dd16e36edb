import { longDay } from '#domain/reader/long-day.ts'
import { scriptBook } from '#domain/script/script.ts'
import { englishMessages } from './templates/english.ts'
import type { MessageTemplates } from './templates/message-templates.ts'
import { simplifiedChineseMessages } from './templates/simplified-chinese.ts'

const books: Readonly<Record<string, MessageTemplates>> = { en: englishMessages, 'zh-CN': simplifiedChineseMessages }

/** What a message is filled by: codes that have sentences in each language, and what is said as it is. */
export interface MessageFills {
  readonly code?: string
  readonly caseCode?: string
  readonly receipt?: string
  /** Epoch ms, with the zone that it is counted in. */
  readonly until?: { readonly at: number; readonly zone: string }
  readonly reason?: string
  readonly remedies?: readonly string[]
  /** Whether a deletion bars for good. */
  readonly consequence?: 'barred' | 'not_barred'
  /** An address with its secret. */
  readonly link?: string
}

/** The words of one message in a language; null for a template that there are no words for. */
export function renderMessage(
  template: string,
  locale: string,
  fills: MessageFills,
): { subject: string; text: string } | null {
  const templates = books[scriptBook(locale).locale] ?? englishMessages
  if (!Object.hasOwn(templates.texts, template)) return null
  const text = templates.texts[template as keyof MessageTemplates['texts']]
  const said = saidBy(templates, scriptBook(locale).locale, fills)
  const filled = text.replace(/\{(\w+)\}/g, (_hole, name: string) => said[name] ?? '')
  return { subject: templates.subject, text: filled.trim() }
}

/** Every language that there are words in, with its templates as they stand. */
export const messageBooks = Object.entries(books).map(([locale, templates]) => ({ locale, templates }))

function saidBy(templates: MessageTemplates, locale: string, fills: MessageFills): Record<string, string | undefined> {
  const { until, reason, remedies, consequence, ...plain } = fills
  const sentences = (remedies ?? []).flatMap((code) => templates.remedies[code] ?? [])
  // Chinese sentences follow each other without a space.
  const between = locale.startsWith('zh') ? '' : ' '
  return {
    ...plain,
    remedies: [...new Set(sentences)].join(between),
    consequence: consequence && templates.consequences[consequence],
    reason: Object.entries(templates.reasons).find(([code]) => code === reason)?.[1],
    until: until && longDay(locale, until.at, until.zone),
  }
}
