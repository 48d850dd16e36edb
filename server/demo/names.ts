import type { Seeded } from './seeded.ts'
import type { Place } from './places.ts'

type Names = readonly [string, ...string[]]
const words = (text: string): Names => text.split(' ') as unknown as Names

const chineseFamily = words('陈 王 李 张 刘 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 欧阳 上官')
const chineseGiven = words('静 伟 芳 娜 敏 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 桂英 建华 志强 秀兰 海燕 晓东 雪梅 子涵 雨桐 浩然 一诺 欣怡 梓萱 宇轩 思远 家豪 丽华 玉兰 国庆 春梅')
const frenchGiven = words('Camille Léa Hugo Chloé Jules Manon Élodie Théo Inès Gaël Zoé Raphaël')
const frenchFamily = words('Lefèvre Moreau Fournier Girard Bonnet Rousseau Garnier Chevalier Faure D’Aubigné')
const americanGiven = words('Grace Noah Olivia Mason Ava Ethan Mia Caleb Zoe Lucas Hannah Isaac')
const americanFamily = words('Carter Nguyen Johnson O’Hara Reyes Patel Smith-Jones Walker Brooks Kim Diaz Foster')
const brazilianGiven = words('João Ana Pedro Beatriz Lucas Larissa Caio Letícia Rafael Júlia')
const brazilianFamily = words('Silva Souza Gonçalves Araújo Lima Conceição Teixeira Rocha')

/** A name as people of that place write it. */
export function nameIn(place: Place, random: Seeded): string {
  if (place === 'CN') return random.pick(chineseFamily) + random.pick(chineseGiven)
  const [given, family] =
    place === 'FR' ? [frenchGiven, frenchFamily] : place === 'BR' ? [brazilianGiven, brazilianFamily] : [americanGiven, americanFamily]
  return `${random.pick(given)} ${random.pick(family)}`
}
