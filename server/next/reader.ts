import { cookies } from 'next/headers'
import {
  densities, oneOf, preferenceCookies, themes, type Density, type Theme,
} from '#domain/reader/preferences.ts'

export interface ReaderPreferences {
  theme: Theme
  density: Density
  /** Whether single-letter keys act. */
  letterKeys: boolean
  /** How far each member of staff who signs in here is with the tour, as domain/reader/tour.ts reads it. */
  tour: string
}

/** How this reader wants the screens, from their cookies. */
export async function readerPreferences(): Promise<ReaderPreferences> {
  const jar = await cookies()
  return {
    theme: oneOf(themes, jar.get(preferenceCookies.theme)?.value),
    density: oneOf(densities, jar.get(preferenceCookies.density)?.value),
    letterKeys: jar.get(preferenceCookies.keys)?.value !== 'off',
    tour: jar.get(preferenceCookies.tour)?.value ?? '',
  }
}
