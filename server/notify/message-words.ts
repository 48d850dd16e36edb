import type { MessageTemplateView } from '#usecases/views/messages.ts'
import { messageBooks } from './render-message.ts'

/** Every kind of message with its words in each language, holes and all, as a screen previews them. */
export function messageTemplates(): MessageTemplateView[] {
  const kinds = [...new Set(messageBooks.flatMap(({ templates }) => Object.keys(templates.texts)))]
  return kinds.map((template) => ({
    template,
    words: messageBooks.flatMap(({ locale, templates }) => {
      const text = (templates.texts as Readonly<Record<string, string>>)[template]
      return text === undefined ? [] : [{ locale, subject: templates.subject, text }]
    }),
  }))
}
