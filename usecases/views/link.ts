import { z } from 'zod'

/** What somebody reads who opens a link that asks whether it is them: nothing of a person, and no service. */
export interface LinkView {
  /** BCP 47: the language that it was written in. */
  locale: string
  about: 'call' | 'case'
  /** Of a case alone. */
  caseCode: string | null
  /** Whether they can still say yes; no can be said as long as the link counts. */
  mayConfirm: boolean
}

/** What they answer. */
export const linkAnswers = ['confirm', 'refuse'] as const
export type LinkAnswer = (typeof linkAnswers)[number]

export const followLinkInput = z.object({ token: z.string().max(64), answer: z.enum(linkAnswers) })
export type FollowLinkInput = z.output<typeof followLinkInput>

/** `nothing`: the link leads nowhere (any more), whatever the reason. */
export interface LinkFollowed {
  answer: LinkAnswer | 'nothing'
}
