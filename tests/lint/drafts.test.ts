import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { draftForms } from '#usecases/views/draft-inputs.ts'

const app = join(import.meta.dirname, '..', '..', 'app')

/** Texts of several lines that are typed and need not be kept, each with the reason. */
const notKept: Readonly<Record<string, string>> = {
  'file-area.tsx': 'a file’s text: it lies on the disk of whoever chose it, and is chosen again',
}

const screens = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }))

/** The fields that a file hands to its draft: in `draft: { fields: [...] }`, or in a constant of the file. */
const keptIn = (text: string): string[] =>
  /\bdraft: /.test(text)
    ? [...text.matchAll(/(?:fields: |const \w+ = )\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
      )
    : []

/** The fields of several lines in a file that no draft keeps; `value` is one whose text is no form's. */
export function unkept(text: string): string[] {
  const kept = keptIn(text)
  return [...text.matchAll(/<(?:TextArea|textarea)\b[\s\S]*?\/>/g)].flatMap(([area]) => {
    const field = /(?:field|register)\('(\w+)'/.exec(area)?.[1]
    if (field !== undefined) return kept.includes(field) ? [] : [field]
    const value = /value=\{(\w+)\}/.exec(area)?.[1]
    return value !== undefined && new RegExp(String.raw`useDraft\(\{[^}]*\btext: ${value}\b`).test(text) ? [] : [value ?? '?']
  })
}

it('whatever somebody types in several lines is kept until it is sent', () => {
  const found = screens.flatMap(({ file, text }) => unkept(text).map((field) => `${file}: ${field}`))
  const excused = (one: string) => Object.keys(notKept).some((file) => one.includes(`/${file}:`))
  expect(found.filter((one) => !excused(one)), 'give useCommandForm a `draft` with this field, or say here why not').toEqual([])
  for (const file of Object.keys(notKept)) expect(found.some((one) => one.includes(`/${file}:`)), file).toBe(true)
})

it('each form that a draft can be of is on a screen', () => {
  const all = screens.map(({ text }) => text).join('\n')
  expect(draftForms.filter((form) => !all.includes(`'${form}'`))).toEqual([])
})

it('a text without a draft would be found', () => {
  expect(unkept(`<TextArea label={t('words')} {...field('words')} />`)).toEqual(['words'])
  expect(unkept(`draft: { form: 'note', of: id, fields: ['note'] }\n<TextArea label="x" {...field('words')} />`)).toEqual(['words'])
  expect(unkept(`draft: { form: 'note', of: id, fields: ['words'] }\n<TextArea label="x" {...field('words')} />`)).toEqual([])
  expect(unkept('<TextArea value={words} onChange={set} />')).toEqual(['words'])
  expect(unkept("useDraft({ form: 'words', of: id, text: words, restore })\n<TextArea value={words} />")).toEqual([])
})
