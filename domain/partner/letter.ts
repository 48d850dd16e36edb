import { longDay } from '#domain/reader/long-day.ts'

/** Languages that a letter to a partner exists in. */
export const letterLocales = ['en', 'zh-CN'] as const
export type LetterLocale = (typeof letterLocales)[number]

/** What a letter says. It names no person: cases stand by their code, and the rest travels by the technical way. */
export interface LetterFacts {
  readonly system: string
  readonly role: 'own' | 'processor' | 'recipient'
  /** Epoch ms; null where the system answered and still held something. */
  readonly silentSince: number | null
  readonly caseCodes: readonly string[]
  /** The earliest legal date behind it, epoch ms. */
  readonly earliestDue: number
  /** Personnel number of who writes. */
  readonly from: string
  readonly at: number
}

export interface Letter {
  readonly locale: LetterLocale
  readonly subject: string
  /** Paragraphs, in their order. */
  readonly paragraphs: readonly string[]
}

const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`

/** The letter in one language, ready to be sent. Days are those of UTC, and say so. */
export function letterTo(locale: LetterLocale, facts: LetterFacts): Letter {
  const day = (at: number) => longDay(locale, at, 'UTC')
  return { locale, ...writers[locale]({ ...facts, day, codes: facts.caseCodes.map(spaced) }) }
}

type Writing = LetterFacts & { readonly day: (at: number) => string; readonly codes: readonly string[] }

const english = ({ system, role, silentSince, codes, earliestDue, from, at, day }: Writing): Omit<Letter, 'locale'> => {
  const what = role === 'recipient' ? 'to be told that data must no longer be used' : 'to erase data'
  const one = codes.length === 1
  return {
    subject: `${system}: ${one ? 'one request is' : `${codes.length} requests are`} waiting for your answer`,
    paragraphs: [
      day(at),
      'Dear colleagues,',
      silentSince === null
        ? `your system “${system}” was asked ${what} for the cases below. When we asked again, it still held data that should be gone.`
        : `your system “${system}” was asked ${what} for the cases below. We have had no answer since ${day(silentSince)}.`,
      `${one ? 'The case is' : 'The cases are'}, by our reference: ${codes.join(', ')}. The requests themselves reached your system by the agreed technical way; this letter names no person on purpose.`,
      `The earliest of these has to be answered by ${day(earliestDue)} (UTC). Please let your system answer our requests, or tell us in writing by return, naming our reference, what prevents it and when it will be done.`,
      'Whatever was erased is asked for again afterwards. An answer that is not borne out by that will come back to you.',
      `Data-rights desk, ${from}`,
    ],
  }
}

const chinese = ({ system, role, silentSince, codes, earliestDue, from, at, day }: Writing): Omit<Letter, 'locale'> => {
  const what = role === 'recipient' ? '停止使用数据的告知' : '清除数据的请求'
  return {
    subject: `${system}：有 ${codes.length} 项请求等待贵方答复`,
    paragraphs: [
      day(at),
      '各位同事：',
      silentSince === null
        ? `贵方系统“${system}”已收到我们就下列案件发出的${what}。我们再次询问时，系统中仍有本应清除的数据。`
        : `贵方系统“${system}”已收到我们就下列案件发出的${what}。自${day(silentSince)}以来，我们没有收到任何答复。`,
      `案件编号（我方）：${codes.join('、')}。请求本身已按约定的技术方式送达贵方系统；本函有意不提及任何个人。`,
      `其中最早的一项须在${day(earliestDue)}（UTC）前答复。请让贵方系统答复我们的请求，或请即书面回复并注明我方编号，说明受阻原因以及何时能够完成。`,
      '清除之后我们会再次询问核实。与核实结果不符的答复将退回贵方。',
      `数据权利服务台，${from}`,
    ],
  }
}

const writers = { en: english, 'zh-CN': chinese } as const
