import { describe, expect, test } from 'vitest'
import { BUILT_IN_YEARS } from './index.ts'
import { readNotice } from './read-notice.ts'
import { yearFileDoubts, yearFileFaults } from './year-file.ts'

/** The notice of 2025-11-04 as the site of the State Council prints it. */
const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`

describe('粘贴的通知文本', () => {
  test('2026年的通知：读出的每一天与内置的一致', () => {
    const built = BUILT_IN_YEARS.find(({ year }) => year === 2026)
    const read = readNotice(NOTICE_2026)
    expect(read).toMatchObject({ year: 2026, faults: [], notice: { number: '国办发明电〔2025〕7号', on: '2025-11-04' } })
    expect(read.off).toEqual(built?.off)
    expect(read.on).toEqual(built?.on)
  })

  test('跨年的元旦：2022年12月31日至2023年1月2日', () => {
    const { off, faults } = readNotice(
      '国务院办公厅关于2023年部分节假日安排的通知\n一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
    )
    expect({ off, faults }).toEqual({ off: [{ name: '元旦', from: '2022-12-31', to: '2023-01-02' }], faults: [] })
  })

  test('星期、天数与日期对不上的，逐项指出', () => {
    const { faults } = readNotice(
      '国务院办公厅关于2026年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周六）放假调休，共4天。2月30日上班。',
    )
    expect(faults).toEqual([
      '元旦：通知写明共4天，读出3天',
      '元旦：2026-01-01 是周四，通知文字写作周五',
      '元旦调休：日期不存在（2026-02-30）',
    ])
  })

  test('不是通知的文本：说明没有读到什么，不猜年份', () => {
    expect(readNotice('明年放假安排')).toMatchObject({ year: null, off: [], faults: [expect.stringContaining('不知道是哪一年')] })
  })
})

describe('一年的安排是否可信', () => {
  test.each(BUILT_IN_YEARS.filter(({ year }) => year >= 2025))('$year 年：没有疑点', (file) => {
    expect(yearFileDoubts(file)).toEqual([])
  })

  test('漏掉法定节日、调休多补或少补的，请人核对', () => {
    const year2026 = BUILT_IN_YEARS.find(({ year }) => year === 2026)
    if (!year2026) throw new Error('2026 is built in')
    const doubts = yearFileDoubts({ ...year2026, off: year2026.off.slice(1), on: year2026.on.slice(1) })
    expect(doubts).toEqual(['2026-01-01（元旦）没有放假', '放假占用的工作日减去调休上班共12天，法定节假日为13天'])
  })

  test('两段假期重叠的，不能载入', () => {
    const year2026 = BUILT_IN_YEARS.find(({ year }) => year === 2026)
    if (!year2026) throw new Error('2026 is built in')
    const off = [...year2026.off, { name: '补休', from: '2026-10-07', to: '2026-10-08' }]
    expect(yearFileFaults({ ...year2026, off })).toEqual(['国庆节与补休的日期重叠'])
  })
})
