import { describe, expect, it } from 'vitest'
import { choiceLine, choiceWords, type ChoiceSentence, type ChoiceWords } from './choice-words.ts'
import { scriptLocales } from './script.ts'

const sentences = ({ title, effect, lock }: ChoiceWords) => Object.entries({ ...title, ...effect, ...lock })
const holesOf = (sentence: ChoiceSentence) => {
  const text = typeof sentence === 'string' ? sentence : sentence.other
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort()
}

describe('the words that compare choices aloud', () => {
  it('exist in every language that is spoken, and are filled by the same names in each', () => {
    const english = new Map(sentences(choiceWords('en')))
    for (const locale of scriptLocales) {
      const words = choiceWords(locale)
      expect(words.locale).toBe(locale)
      for (const [id, sentence] of sentences(words)) {
        expect(holesOf(sentence), `${id} ${locale}`).toEqual(holesOf(english.get(id) ?? ''))
      }
    }
  })

  it('stand in the caller’s language beside the agent’s, each with its own names', () => {
    const service = (locale: string) => ({ service: locale === 'en' ? 'Credit scoring' : '信用评分' })
    const line = choiceLine((words) => words.effect.never_again, { caller: 'zh-CN', reader: 'en-GB' }, service)
    expect(line).toEqual({
      say: '您永远不能再使用信用评分，即使以后申请加入也不行。',
      beside: 'You can never use Credit scoring again, not even if you ask to join later.',
    })
  })

  it('stand alone where both read one language, and in English where a language has none', () => {
    const line = (caller: string, reader: string) => choiceLine((words) => words.effect.at_once, { caller, reader })
    expect(line('en-US', 'en-GB')).toEqual({ say: 'It takes effect at once.', beside: null })
    expect(line('pt-BR', 'zh-CN')).toEqual({ say: 'It takes effect at once.', beside: '立即生效。' })
  })

  it('count days as each language does', () => {
    const said = (caller: string, days: number) =>
      choiceLine((words) => words.effect.cooling_off, { caller, reader: caller }, () => ({ days })).say
    expect(said('en', 1)).toBe('Then you have one day to change your mind.')
    expect(said('en', 7)).toBe('Then you have 7 days to change your mind.')
    expect(said('zh-CN', 1)).toBe('之后您有1天可以改变主意。')
  })
})
