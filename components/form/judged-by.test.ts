import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { judgedBy } from './judged-by.ts'

const schema = z.object({ words: z.string().trim().min(3, { error: 'too_short' }) })
const judge = (load: () => Promise<typeof schema>, words: string) =>
  judgedBy(load)({ words }, undefined, { fields: {}, shouldUseNativeValidation: false })

describe('a form', () => {
  it('is judged by the schema once that has come', async () => {
    expect(await judge(async () => schema, ' a ')).toMatchObject({ errors: { words: { message: 'too_short' } } })
    expect(await judge(async () => schema, ' abc ')).toEqual({ values: { words: 'abc' }, errors: {} })
  })

  it('is judged as it stood when it was pressed, whatever is typed while the schema comes', async () => {
    const form = { words: 'a' }
    const judged = judgedBy(async () => schema)(form, undefined, { fields: {}, shouldUseNativeValidation: false })
    form.words = 'abc'
    expect(await judged).toMatchObject({ errors: { words: { message: 'too_short' } } })
  })

  it('is sent as it is where the schema can not be had: the command judges it anyway', async () => {
    const away = () => Promise.reject<typeof schema>(new Error('network'))
    expect(await judge(away, ' a ')).toEqual({ values: { words: ' a ' }, errors: {} })
  })
})
