/** 数据表 of the county for tests: its schools and their zones. */
import { DATA_SETS } from '../../src/law/publication/data-sets.ts'
import { type DataSet, dataSetTitle } from '../../src/record/publication/data-set.ts'
import type { County } from './county.ts'
import { editionWork } from './editions-work.ts'

const school = (name: string, stage: string, town: string, address: string, serial: number) => ({
  school: name,
  stage,
  type: '公办',
  town,
  address,
  phone: `0970-55503${String(serial).padStart(2, '0')}`,
})

export const DIRECTORY: DataSet = {
  kind: 'directory',
  period: '2026',
  note: '本表每年秋季更新。',
  rows: [
    { ...school('云岭县第一小学', '小学', '城关镇', '城关镇南街15号', 1), classes: '24', students: '1080', boarding: '否' },
    school('云岭县河东小学', '小学', '城关镇', '城关镇河东村口', 2),
    { ...school('云岭县第三中学', '初中', '柳坪镇', '柳坪镇中街20号', 3), boarding: '是' },
  ],
}

export const ZONES: DataSet = {
  kind: 'zones',
  period: '2026',
  note: '',
  rows: [
    {
      school: '云岭县第一小学',
      stage: '小学',
      town: '城关镇',
      areas: '南街、文化路、幸福小区',
      address: '学校东门',
      phone: '0970-5550301',
    },
    {
      school: '云岭县河东小学',
      stage: '小学',
      town: '城关镇',
      areas: '河东村、上河东、新村',
      address: '河东村口',
      phone: '0970-5550302',
    },
    {
      school: '云岭县第三中学',
      stage: '初中',
      town: '柳坪镇',
      areas: '中街、河东村',
      address: '柳坪镇中街20号',
      phone: '0970-5550303',
      remark: '寄宿生名额有限',
    },
  ],
}

/** Written, reviewed and released like any edition. */
export function released(place: County, data: DataSet) {
  const { column } = DATA_SETS[data.kind]
  return editionWork(place).release({ title: dataSetTitle(data), column, number: '', data })
}
