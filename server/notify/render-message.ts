import { scriptBook } from '#domain/script/script.ts'
import { englishMessages } from './templates/english.ts'
import type { MessageTemplates } from './templates/message-templates.ts'
import { simplifiedChineseMessages } from './templates/simplified-chinese.ts'

const books: Readonly<Record<string, MessageTemplates>> = { en: englishMessages, 'zh-CN': simplifiedChineseMessages }

/** The words of one message in a language; null for a template that there are no words for. */
export function renderMessage(
  template: string,
  locale: string,
  params: Readonly<Record<string, string>>,
): { subject: string; text: string } | null {
  const templates = books[scriptBook(locale).locale] ?? englishMessages
  if (!Object.hasOwn(templates.texts, template)) return null
  const text = templates.texts[template as keyof MessageTemplates['texts']]
  return { subject: templates.subject, text: text.replace(/\{(\w+)\}/g, (_hole, name: string) => params[name] ?? '') }
}
