import en from '#messages/en/trouble.json' with { type: 'json' }
import zh from '#messages/zh-CN/trouble.json' with { type: 'json' }

/** The words of the error page by the document's language, without any provider. */
export function troubleWords(lang: string): typeof en.error {
  return lang.startsWith('zh') ? zh.error : en.error
}
