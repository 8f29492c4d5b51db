import { describe, expect, test } from 'vitest'
import { cite } from '../cite.ts'
import { COLUMN_KEYS, COLUMNS, dutyColumns, isColumnKey } from './columns.ts'

describe('法定主动公开内容 (Reg. 20, 21)', () => {
  test('each of the fifteen items of Article 20 has its column', () => {
    const items = dutyColumns('art54').map((key) => COLUMNS[key].by.at)
    for (let item = 1; item <= 15; item += 1) expect(items).toContain(`20(${item})`)
    expect(items).toContain('21')
  })

  test('a school publishes by the ministry’s eleven kinds, not by Article 20 (Reg. 55)', () => {
    const columns = dutyColumns('art55')
    expect(columns).toHaveLength(11)
    expect(new Set(columns.map((key) => cite(COLUMNS[key].by)))).toEqual(new Set(['教办〔2010〕15号']))
  })

  test('no two columns of one body share a name, and only keys are keys', () => {
    for (const regime of ['art54', 'art55'] as const) {
      const names = dutyColumns(regime).map((key) => COLUMNS[key].zh)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(COLUMN_KEYS.every(isColumnKey)).toBe(true)
    expect(isColumnKey('toString')).toBe(false)
  })
})
