import { storyDates } from './story-dates.ts'

/** One row of `import notices`. */
export interface NoticeRow {
  readonly purpose: string
  readonly version: string
  readonly locale: 'en' | 'zh-CN'
  readonly title: string
  readonly text: string
  readonly control: string
  readonly prominence: string
  readonly bundled_with: string
  readonly valid_from: string
  readonly valid_to: string
}

type Shown = Omit<NoticeRow, 'locale' | 'title' | 'text' | 'valid_from' | 'valid_to'> & { readonly from: number; readonly to: number }
type Words = Readonly<Record<'en' | 'zh-CN', readonly [title: string, text: string]>>

function inBothLanguages({ from, to, ...shown }: Shown, words: Words): NoticeRow[] {
  return (['en', 'zh-CN'] as const).map((locale) => ({
    ...shown,
    locale,
    title: words[locale][0],
    text: words[locale][1],
    valid_from: new Date(from).toISOString(),
    valid_to: new Date(to).toISOString(),
  }))
}

const { ownPageFrom, ownPageTo, forcedFrom, forcedTo, apartFrom, apartTo } = storyDates
const alone = { bundled_with: '', prominence: 'prominent', control: 'unticked_box' } as const

/** What people were shown. The wording is the demo's own. */
export const demoNotices: readonly NoticeRow[] = [
  ...inBothLanguages({ ...alone, purpose: 'credit_scoring', version: '2.0', from: ownPageFrom, to: ownPageTo }, {
    en: ['Join the credit service', 'I want a credit score. For it you may use my payments, my orders and what partners report about my contracts. I can leave at any time.'],
    'zh-CN': ['开通信用服务', '我希望获得信用评分，并同意为此使用我的支付记录、订单以及合作方提供的履约信息。我可以随时退出。'],
  }),
  ...inBothLanguages(
    {
      purpose: 'credit_scoring', version: '3.1', control: 'preticked_box', prominence: 'low', bundled_with: 'annual_review',
      from: forcedFrom, to: forcedTo,
    },
    {
      en: ['Your year in spending', 'Open my review. ☑ I agree to the credit service agreement, by which my data are collected from partners and used for a credit score.'],
      'zh-CN': ['我的年度账单', '查看账单。☑ 我同意信用服务协议，允许向合作方收集我的信息并用于信用评分。'],
    },
  ),
  ...inBothLanguages({ ...alone, purpose: 'credit_scoring', version: '3.2', from: apartFrom, to: apartTo }, {
    en: ['Join the credit service', 'This is a choice of its own; your review is open to you whatever you choose. ☐ I want to join the credit service, and agree that my data are collected from partners and used for a credit score.'],
    'zh-CN': ['开通信用服务', '这是单独的选择，不影响您查看年度账单。☐ 我要开通信用服务，并同意向合作方收集我的信息用于信用评分。'],
  }),
  ...inBothLanguages(
    { purpose: 'annual_review', version: '3.1', control: 'button', prominence: 'prominent', bundled_with: '', from: forcedFrom, to: forcedTo },
    {
      en: ['Your year in spending', 'Show me what I spent in 2017. For this you add up my payments of the year.'],
      'zh-CN': ['我的年度账单', '查看我 2017 年的消费。为此将汇总我全年的支付记录。'],
    },
  ),
  ...inBothLanguages(
    { purpose: 'annual_review', version: '3.2', control: 'button', prominence: 'prominent', bundled_with: '', from: apartFrom, to: apartTo },
    {
      en: ['Your year in spending', 'Show me what I spent in 2017. For this you add up my payments of the year, and use them for nothing else.'],
      'zh-CN': ['我的年度账单', '查看我 2017 年的消费。为此将汇总我全年的支付记录，不作他用。'],
    },
  ),
  ...inBothLanguages({ ...alone, prominence: 'normal', purpose: 'marketing', version: '1.4', from: ownPageFrom, to: apartTo }, {
    en: ['News and offers', 'Send me offers that fit what I buy.'],
    'zh-CN': ['优惠与资讯', '向我发送与我的消费相关的优惠信息。'],
  }),
]
