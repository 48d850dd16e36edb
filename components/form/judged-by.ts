import type { FieldValues, Resolver } from 'react-hook-form'
import type { ZodType } from 'zod'

/** Fetches a command's own schema: `async () => (await import('#usecases/views/…-inputs.ts')).someInput`. */
export type LoadSchema<In extends FieldValues, Out> = () => Promise<ZodType<Out, In>>

/**
 * Judges a form by the command's own schema, which comes over the network when it is first needed, not with the page:
 * it and what runs it are a fifth of a room's JavaScript. Where it can not be had, the form is sent as it is, and the
 * command, which judges everything anyway, says what is wrong.
 *
 * What is judged and sent is what stood there when it was pressed, not what is typed while the schema comes.
 */
export const judgedBy =
  <In extends FieldValues, Out>(load: LoadSchema<In, Out>): Resolver<In, unknown, Out> =>
  async (typed, context, options) => {
    const values = structuredClone(typed)
    const loaded = await Promise.all([import('@hookform/resolvers/zod'), load()]).catch(() => null)
    if (loaded === null) return { values: values as unknown as Out, errors: {} }
    const [{ zodResolver }, schema] = loaded
    return zodResolver(schema)(values, context, options)
  }
