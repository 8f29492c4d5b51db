import { expect, test } from 'vitest'
import { localDate as on } from '../../law/date.ts'
import { circular } from './circular.ts'

test('不需报送的单位多于列名的，写明总数，只列名一部分', () => {
  const { blocks } = circular({
    agency: '云岭县人民政府办公室',
    notice: { year: 2025, title: '关于报送年度报告的通知', number: '云政办〔2026〕3号', fileBy: on('2026-01-20') },
    counts: { asked: 0, seen: 0, handedIn: 0, returned: 0, accepted: 2, excused: 3 },
    late: { names: [], total: 0 },
    missing: { names: [], total: 0 },
    returned: [],
    excused: [
      { name: '甲局', because: '撤销' },
      { name: '乙局', because: '并入丙局' },
    ],
    accepted: 2,
    sums: null,
    on: on('2026-02-02'),
  })
  expect(JSON.stringify(blocks)).toContain('不需报送3个：甲局（撤销）、乙局（并入丙局）等3个单位。')
})
