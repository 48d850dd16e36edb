import type { DemoPerson } from './people.ts'

/** What callers say, each in their own language: typed by the agent, kept under the caller's key. */
const words = {
  neverAsked: {
    zh: '我只是看了年度账单，从来没有要开通信用服务。',
    en: 'I only looked at my yearly review. I never asked for the credit service.',
  },
  allGone: {
    zh: '请把我的信用数据全部删除，我不想再用这个服务。',
    en: 'Please delete all credit data about me. I do not want the service any more.',
  },
  closeAccount: { zh: '我要注销账户，所有数据都删掉。', en: 'I want to close the account, and everything in it deleted.' },
  wantsOut: { zh: '我要退出信用服务。', en: 'I want to leave the credit service.' },
  notFair: {
    zh: '删除可以，但是我不接受以后都不能再开通。',
    en: 'Delete it, but I do not accept that I can never join again.',
  },
  notMe: { zh: '我没有打过电话要求删除，这不是我。', en: 'I never called to have anything deleted. That was not me.' },
} as const
export type Saying = keyof typeof words

/** A sentence of a caller's. */
export const says = (caller: DemoPerson, saying: Saying): string => words[saying][caller.locale.startsWith('zh') ? 'zh' : 'en']
