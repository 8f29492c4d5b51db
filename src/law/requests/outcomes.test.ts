import { describe, expect, test } from 'vitest'
import { cite } from '../cite.ts'
import { formOf } from '../reports/formats/index.ts'
import type { ReportFormat } from '../reports/model.ts'
import { GROUNDS } from '../withholding.ts'
import { groundOf, OUTCOME_TABLE, outcomeRule, reportRowFor } from './outcomes.ts'
import { OUTCOMES } from './vocabulary.ts'

describe('答复类型表', () => {
  test.each<ReportFormat>(['2019', '2021'])('%s 年格式：各类答复合起来正好是表三的全部结果行', (format) => {
    const leaves = formOf(format)
      .requests.rows.filter(({ leaf }) => leaf)
      .map(({ row }) => row)
    expect([...new Set(OUTCOMES.map((outcome) => reportRowFor(outcome, format)))].toSorted()).toEqual(leaves.toSorted())
  })

  test('救济类别不是表格的类别：行政查询事项列在不予公开之下，但不是复议前置', () => {
    expect(OUTCOME_TABLE['withheld.adminQuery']).toMatchObject({ family: 'withheld', remedy: 'either' })
    const first = OUTCOMES.filter((outcome) => outcomeRule(outcome).remedy === 'reconsiderationFirst')
    expect(first).toEqual(GROUNDS.map((ground) => `withheld.${ground}`))
  })

  test('36(4)、36(5) 同计入“本机关不掌握相关政府信息”；36(1)、36(2) 同计入“予以公开”', () => {
    expect(reportRowFor('unable.notOurs', '2021')).toBe('unable.notHeld')
    expect(reportRowFor('granted.alreadyPublished', '2021')).toBe('granted')
    expect(reportRowFor('other.withdrawn', '2021')).toBe('other.other')
    expect(reportRowFor('other.withdrawn', '2019')).toBe('other.all')
    expect(reportRowFor('other.archives', '2021')).toBe('other.other')
    expect(reportRowFor('other.archives', '2019')).toBe('other.all')
  })

  test.each([
    ['granted', '《条例》第三十六条第（二）项'],
    ['granted.alreadyPublished', '《条例》第三十六条第（一）项'],
    ['partial', '《条例》第三十七条'],
    ['withheld.thirdParty', '《条例》第三十六条第（三）项、《条例》第十五条'],
    ['withheld.internalAffairs', '《条例》第三十六条第（三）项、《条例》第十六条第一款'],
    ['withheld.enforcementFile', '《条例》第三十六条第（三）项、《条例》第十六条第二款'],
    ['withheld.adminQuery', '《条例》第三十六条第（七）项'],
    ['unable.notHeld', '《条例》第三十六条第（四）项'],
    ['unable.needsMaking', '《条例》第三十八条'],
    ['notProcessed.petition', '《条例》第三十九条第一款'],
    ['notProcessed.repeated', '《条例》第三十六条第（六）项'],
    ['notProcessed.excessive', '《条例》第三十五条'],
    ['other.archives', '《档案法》第十五条'],
    ['other.feeUnpaid', '《信息处理费管理办法》第六条、《条例》第四十二条'],
  ] as const)('%s 依据 %s', (outcome, basis) => {
    expect(outcomeRule(outcome).articles.map(cite).join('、')).toBe(basis)
  })

  test('只有逾期和撤回不经答复结案', () => {
    expect(OUTCOMES.filter((outcome) => outcomeRule(outcome).closedBy !== 'reply')).toEqual([
      'other.correctionLapsed',
      'other.feeUnpaid',
      'other.withdrawn',
    ])
  })

  test('整份不予公开各有一项理由，其他答复没有', () => {
    expect(groundOf('withheld.thirdParty')).toBe('thirdParty')
    expect(groundOf('withheld.adminQuery')).toBeNull()
    expect(groundOf('partial')).toBeNull()
  })

  test('每类答复都说明何时适用、何时不适用', () => {
    for (const outcome of OUTCOMES) {
      const { when, whenNot } = outcomeRule(outcome)
      expect(when, outcome).not.toBe(whenNot)
      expect([...when].length, outcome).toBeGreaterThan(10)
      expect([...whenNot].length, outcome).toBeGreaterThan(8)
    }
  })
})
