import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

/** A line for something that is spelt out: a code, a reference, an address. Nothing on the device corrects it. */
export function CodeField(props: ComponentProps<typeof TextField>) {
  return <TextField mono autoComplete="off" autoCapitalize="characters" spellCheck={false} {...props} />
}
