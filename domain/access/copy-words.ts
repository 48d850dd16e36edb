import type { CopyGap } from '../erasure/copy-rows.ts'

/** What a copy says of itself, in the language of whoever fetched it. */
export interface CopyWords {
  readonly about: string
  readonly fields: string
  readonly shared: string
  readonly apart: string
  /** Why a part of a system is not in it. */
  readonly gaps: Readonly<Record<CopyGap, string>>
  /** A system that no machine here can read. */
  readonly asked: string
  /** One that is held by a company that answers for itself. */
  readonly askThem: string
  /** What was typed about calls. */
  readonly notes: string
}

const english: CopyWords = {
  about: 'This is a copy of what is held about you. It was made in the moment in which you fetched it.',
  fields: 'Each field is named with its categories (terms of the fideslang taxonomy) and its origin: "provided" is what you gave, "observed" what was seen of you, "derived" what was worked out. Where nobody noted it, there is null.',
  shared: 'Rows under "also_about_somebody_else" are yours and another person\'s. Only what names you is given; the rest can not be told apart by a machine.',
  apart: 'What stands under "not_in_this_file" is held too. To have it, call our hotline and name this request.',
  gaps: {
    missing: 'It is not stored as we have it described. A person looks it up and sends it apart.',
    no_key: 'Its rows can not be found again one by one. A person looks them up and sends them apart.',
    no_rule: 'Nobody has said yet to whom it belongs. A person looks it up and sends it apart.',
    too_much: 'It is more than fits in this file. A person sends it apart.',
  },
  asked: 'It can not be read by a machine. A person asks there and sends it apart.',
  askThem: 'It is held by a company that answers for itself. Ask them for it, too.',
  notes: 'What our staff typed in calls about you may speak of others too. A person reads it through and sends it apart.',
}

const simplifiedChinese: CopyWords = {
  about: '这是关于您的数据的副本，在您领取的那一刻生成。',
  fields: '每个字段都注明其类别（采用 fideslang 分类法）和来源：“provided”是您提供的，“observed”是观察到的，“derived”是推算得出的。没有记录来源的为 null。',
  shared: '“also_about_somebody_else”中的记录同时属于您和另一个人。这里只给出指向您的部分，其余内容无法由机器区分。',
  apart: '“not_in_this_file”中列出的内容我们同样持有。如需获取，请拨打我们的热线并报出本申请的编号。',
  gaps: {
    missing: '其存储方式与我们的描述不一致，将由工作人员查找后另行寄送。',
    no_key: '其记录无法逐条定位，将由工作人员查找后另行寄送。',
    no_rule: '尚未确定其归属，将由工作人员查找后另行寄送。',
    too_much: '内容超出本文件可容纳的范围，将由工作人员另行寄送。',
  },
  asked: '无法由机器读取，将由工作人员查询后另行寄送。',
  askThem: '由独立负责的公司持有，请同时向该公司索取。',
  notes: '工作人员在通话中记录的内容可能也涉及他人，将由工作人员审阅后另行寄送。',
}

/** The words for a locale: Chinese for any kind of it, else English. */
export const copyWords = (locale: string): CopyWords =>
  locale.toLowerCase().startsWith('zh') ? simplifiedChinese : english
