/** Words that reports carry on from year to year although what they name was repealed, renamed or merged: data, each with its day. */
import type { LocalDate } from '../date.ts'
import { localDate } from '../date.ts'

export interface ObsoleteWording {
  pattern: RegExp
  /** Obsolete from this day. */
  from: LocalDate
  /** What is said instead. */
  now: string
  /** Put in its place word for word (`$1` as in `String.replace`), where that is all it takes. */
  put?: string
  source: string
}

const ORGANS = '2018年党和国家机构改革'

export const OBSOLETE_WORDING: readonly ObsoleteWording[] = [
  {
    pattern: /国务院令第492号/,
    from: localDate('2019-05-15'),
    now: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
    put: '国务院令第711号',
    source: '条例2019年修订',
  },
  {
    pattern: /(?:自身)?生产、生活、科研等特殊需要/,
    from: localDate('2019-05-15'),
    now: '删去：申请人不需要说明用途（条例2019年修订删除了这一条件）',
    source: '条例2019年修订',
  },
  {
    pattern: /检索、复制、邮寄等?成本费/,
    from: localDate('2019-05-15'),
    now: '信息处理费（《条例》第四十二条）',
    source: '条例2019年修订',
  },
  {
    pattern: /同意公开答复数|同意部分公开答复数|不同意公开答复数|非政府信息和[“"]?不予公开/,
    from: localDate('2019-11-07'),
    now: '予以公开、部分公开、不予公开等现行统计口径',
    source: '国办公开办函〔2019〕60号',
  },
  { pattern: /法制办(?:公室)?/, from: localDate('2018-03-17'), now: '司法行政部门', source: ORGANS },
  {
    pattern: /国土资源(局|厅|部门)/,
    from: localDate('2018-03-17'),
    now: '自然资源（局、厅、部门）',
    put: '自然资源$1',
    source: ORGANS,
  },
  {
    pattern: /工商行政管理(?:局|部门)|质量技术监督局|食品药品监督管理局/,
    from: localDate('2018-03-17'),
    now: '市场监督管理（局、部门）',
    source: ORGANS,
  },
  {
    pattern: /卫生(?:和|与)计划生育|卫计(?=[局委])/,
    from: localDate('2018-03-17'),
    now: '卫生健康（局、委）',
    put: '卫生健康',
    source: ORGANS,
  },
]
