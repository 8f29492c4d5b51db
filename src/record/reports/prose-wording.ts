/** L07, L08 and L11: words that no longer hold, what section 一 has to speak of, sections without a word. */
import { fromParts } from '../../law/date.ts'
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import { OBSOLETE_WORDING } from '../../law/reports/obsolete-wording.ts'
import type { ReportProse } from './prose.ts'

type Section = NonNullable<Finding['section']>

/** Wording that was obsolete when the year began. */
export function checkWording(sections: Partial<Record<Section, string>>, year: number): Finding[] {
  return (Object.entries(sections) as [Section, string][]).flatMap(([section, text]) =>
    OBSOLETE_WORDING.filter(({ from }) => from <= fromParts(year, 1, 1)).flatMap(({ pattern, now, source }) => {
      const plain = text.replace(/\s+/g, '')
      const used = [...plain.matchAll(new RegExp(pattern, 'g'))].find((one) => !isToldAsFormer(plain, one.index, one[0]))
      if (!used) return []
      const [words] = used
      const repair = `改为：${now}。`
      return [finding('L07', 'text', `“${words}”已不再使用（${source}）`, { section, words, repair })]
    }),
  )
}

/** 原国务院令第492号已经废止: said of what was, not in its place. */
export function isToldAsFormer(text: string, at: number, words: string): boolean {
  const after = text.slice(at + words.length, at + words.length + 14).split(/[。；;]/)[0] ?? ''
  return text[at - 1] === '原' || /废止|失效|不再适用|更名|撤销/.test(after)
}

const NOTHING = /^(?:[一五][、.]?)?(?:总体情况|存在的?(?:主要)?问题及改进情况)?[:：]?(?:无|没有|暂无|略)?[。.]*$/
/** Section 六 alone may have nothing to say (国办公开办函〔2021〕30号). */
const MUST_SAY = [
  { section: 'overall', heading: '一、总体情况' },
  { section: 'problems', heading: '五、存在的主要问题及改进情况' },
] as const

/** L11: Art 50 asks what was done, and what is wrong and how it is bettered; neither is ever nothing. */
export function checkEmpty(prose: Pick<ReportProse, 'overall' | 'problems'>): Finding[] {
  return MUST_SAY.filter(({ section }) => NOTHING.test(prose[section].join('').replace(/\s+/g, ''))).map(({ section, heading }) =>
    finding('L11', 'text', `“${heading}”没有内容`, { section }),
  )
}

/** 一、总体情况 has five parts (国办公开办函〔2021〕30号); a report without one of them leaves something out. */
const CONTENTS: readonly { name: string; pattern: RegExp }[] = [
  { name: '主动公开', pattern: /主动公开|公开(?:各类)?(?:政府)?信息|公开平台|重点领域/ },
  { name: '依申请公开', pattern: /依申请|申请/ },
  { name: '政府信息管理', pattern: /信息管理|信息发布|信息审核|发布审核|规范性文件|公开(?:目录|制度|属性)|审查|保密/ },
  { name: '政府信息公开平台建设', pattern: /平台|网站|专栏|公众号|新媒体|公开栏/ },
  { name: '监督保障', pattern: /监督|考核|保障|培训|评议|追责|领导小组|组织领导/ },
]

/** One finding naming all that is missing; an empty section is no finding of this kind. */
export function checkContents(overall: string): Finding[] {
  const text = overall.replace(/\s+/g, '').replace(/^一?、?总体情况/, '')
  if (text === '') return []
  const missing = CONTENTS.filter(({ pattern }) => !pattern.test(text)).map(({ name }) => name)
  if (missing.length === 0) return []
  return [
    finding('L08', 'text', `总体情况没有写到：${missing.join('、')}`, {
      section: 'overall',
    }),
  ]
}
