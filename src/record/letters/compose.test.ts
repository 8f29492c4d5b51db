import { describe, expect, test } from 'vitest'
import { sampleLetters } from '../../../tests/letters/samples.ts'
import { localDate } from '../../law/date.ts'
import { OUTCOMES } from '../../law/requests/vocabulary.ts'
import { PROVISION_WAYS, type ReplyContentInput, replyContentSchema } from '../requests/reply.ts'
import { checkLetter, letterText } from './check.ts'
import { composeLetter, composeReply, letterCodeFor, replyCodeFor } from './compose.ts'
import type { LetterFacts, ReplyAct } from './facts.ts'
import { LETTER_CODES, type LetterBlock } from './model.ts'

const samples = sampleLetters()
function textOf(block: LetterBlock | undefined): string {
  return block?.kind === 'list' ? block.items.join('') : block?.kind === 'form' ? '' : (block?.text ?? '')
}
function sample(name: string) {
  const found = samples.find((one) => one.name === name)
  if (!found) throw new Error(`no sample ${name}`)
  return found
}
/** The same letter again, with something else about it. */
function again(name: string, change: Partial<LetterFacts>) {
  const { letter, facts } = sample(name)
  return composeLetter(letter.code, { ...facts, ...change })
}

describe('文书', () => {
  test('D01 至 D30 每一种都有样本', () => {
    expect(new Set(samples.map(({ letter }) => letter.code))).toEqual(new Set(LETTER_CODES))
  })

  test.each(samples)('$name：法定要素齐全', ({ letter, facts }) => {
    expect(checkLetter(letter, facts)).toEqual([])
  })

  test.each(samples)('$name：没有空段、重复标点和未填的变量', ({ letter }) => {
    const text = letterText(letter)
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    expect(text).not.toMatch(/。。|，，|；。|，。|：。|“”|（）/)
    for (const block of letter.blocks) if (block.kind === 'paragraph') expect(block.text.trim()).not.toBe('')
  })

  test.each(OUTCOMES)('%s：稿子刚开始、什么都没有填，预览里没有孤零零的标点', (outcome) => {
    const { facts } = sample('D12 granted.alreadyPublished') as { facts: LetterFacts<'D12'> }
    const begun: Omit<ReplyContentInput, 'outcome'>[] = [
      {},
      { items: [{ clause: '学区划分方案' }] },
      ...PROVISION_WAYS.map((way) => ({ given: { what: '学区划分方案', way } })),
      {
        publishedAt: {},
        secret: { level: 'secret' },
        rightAgency: {},
        earlierCase: {},
        accessLaw: {},
        items: [
          { clause: '学区划分方案', outcome: 'partial' },
          { clause: '会议记录', outcome },
        ],
      },
    ]
    for (const content of begun) {
      const letter = composeReply({ ...facts, act: { ...facts.act, content: replyContentSchema.parse({ outcome, ...content }) } })
      const blocks = letter?.blocks ?? []
      for (const [place, block] of blocks.entries()) {
        const texts = block.kind === 'list' ? block.items : block.kind === 'form' ? [] : [block.text]
        expect(texts.join('').trim(), JSON.stringify(block)).not.toBe(block.kind === 'form' ? null : '')
        for (const text of texts) {
          expect(text).not.toMatch(/^[。：；，、）]|[：，；、。（“《〔][。；，、）”》〕]|到(?:领取|查阅)|undefined|null/)
          // What is announced follows; the remedies are something else.
          if (text.endsWith('：')) expect(`${text}${textOf(blocks[place + 1])}`).not.toMatch(/：(?:如对|不服|$)/)
        }
      }
    }
  })

  test.each(samples)('$name：日期不写前导零，落款为本机关', ({ letter }) => {
    expect(letterText(letter)).not.toMatch(/年0|月0/)
    expect(letter.signature).toEqual({ agency: '云岭县教育局', date: '2026年3月25日' })
  })

  test('同样的事实，写出同样的文书', () => {
    expect(sampleLetters()).toEqual(samples)
  })

  test('对自然人称“您”，对单位称“你单位”', () => {
    expect(letterText(sample('D12 granted.alreadyPublished').letter)).toContain('您申请公开的信息已经主动公开')
    const toFirm = again('D12 granted.alreadyPublished', { requester: { name: '云岭县某公司', kind: 'business' } })
    expect(letterText(toFirm)).toContain('你单位申请公开的信息已经主动公开')
    expect(letterText(toFirm)).not.toContain('您')
  })

  test('对联合申请人称“你们”，主送逐一写明', () => {
    const both = { name: '张晓明、李梅', kind: 'naturalPerson', several: true } as const
    const letter = again('D12 granted.alreadyPublished', { requester: both })
    expect(letterText(letter)).toContain('你们申请公开的信息已经主动公开')
    expect(letterText(letter)).not.toContain('您')
    expect(letter.addressee).toContain('张晓明、李梅')
  })

  test('委托代理人、法定代理人写在主送、首句和回执；受送达人写明由代收文书的代理人代收', () => {
    const by = (role: 'agent' | 'guardian', receives: boolean) => ({
      name: '张晓明',
      kind: 'naturalPerson' as const,
      speaker: { role, name: '周正', receives },
    })
    const reply = again('D12 granted.alreadyPublished', { requester: by('agent', true) })
    expect(reply.addressee).toBe('张晓明（委托代理人：周正）')
    expect(letterText(reply)).toContain('您委托周正于2026年3月2日通过互联网渠道提交的政府信息公开申请')
    const minor = again('D02', { requester: by('guardian', true) })
    expect(minor.addressee).toBe('张晓明（法定代理人：周正）')
    expect(letterText(minor)).toContain('您的法定代理人周正代您于2026年3月2日')
    expect(letterText(again('D01', { requester: by('agent', false) }))).toContain('申请人\n张晓明\n委托代理人\n周正')
    expect(letterText(again('D28', { requester: by('agent', true) }))).toContain('张晓明（由委托代理人周正代收）')
    expect(letterText(again('D28', { requester: by('agent', false) }))).not.toContain('周正')
    for (const code of ['D05', 'D06', 'D08', 'D09'])
      expect(letterText(again(code, { requester: by('agent', true) })), code).not.toContain('周正')
  })

  test('给第三方和其他机关的文书不透露申请人', () => {
    for (const name of ['D05', 'D06', 'D08', 'D09']) expect(letterText(sample(name).letter), name).not.toContain('张晓明')
  })

  test('第三方沉默由机关决定，共同制作机关沉默视为同意，其他机关沉默没有后果', () => {
    expect(letterText(sample('D05').letter)).toContain('由本机关依照《条例》的规定决定是否公开')
    expect(letterText(sample('D08').letter)).toContain('视为同意公开')
    const facts: LetterFacts<'D08'> = {
      ...(sample('D08').facts as LetterFacts<'D08'>),
      act: { agency: '云岭县财政局', as: 'consulted', information: '拨款通知', answerBy: localDate('2026-04-01') },
    }
    const inquiry = composeLetter('D08', facts)
    expect(letterText(inquiry)).not.toContain('视为')
    expect(letterText(inquiry)).toContain('2026年4月1日前')
  })

  test('申请内容里的引号，套在引号之内用单引号', () => {
    const { facts } = sample('D12 granted.alreadyPublished')
    const request = { ...facts.request, subject: '关于“双减”的文件。' }
    const letter = again('D12 granted.alreadyPublished', { request })
    expect(letterText(letter)).toContain('您申请公开“关于‘双减’的文件”。')
    expect(checkLetter(letter, { ...facts, request })).toEqual([])
  })

  test('决定告知救济，过程性文书不告知；收费通知只说明不再处理之后可以救济', () => {
    // The fee alone is not challenged: what follows from not paying it is (《信息处理费管理办法》第八条).
    const afterwards = '对收费决定有异议的，可以在本机关不再处理后依法投诉、举报、申请行政复议或者提起行政诉讼。'
    const process = ['D01', 'D02', 'D03', 'D04', 'D05', 'D06', 'D07', 'D08', 'D10', 'D25', 'D27', 'D28', 'D29']
    for (const { name, letter } of samples) {
      const text = letterText(letter)
      const told = text.replace(afterwards, '').includes('申请行政复议')
      expect({ name, told }).toEqual({ name, told: !process.includes(letter.code) })
      expect({ name, afterwards: text.includes(afterwards) }).toEqual({ name, afterwards: letter.code === 'D10' })
    }
  })

  test('演示数据的水印随文书走', () => {
    expect(again('D01', { watermark: '演示数据' }).watermark).toBe('演示数据')
  })
})

describe('答复的决定段落', () => {
  test.each([
    ['D11 granted', '第三十六条第（二）项'],
    ['D12 granted.alreadyPublished', '第三十六条第（一）项'],
    ['D13 partial', '第三十七条'],
    ['D14 withheld.thirdParty', '第三十六条第（三）项、第十五条'],
    ['D14 withheld.internalAffairs', '第三十六条第（三）项、第十六条第一款'],
    ['D15 unable.notHeld', '第三十六条第（四）项'],
    ['D16 unable.notOurs', '第三十六条第（五）项'],
    ['D17 notProcessed.repeated', '第三十六条第（六）项'],
    ['D18 withheld.adminQuery', '第三十六条第（七）项'],
    ['D19 notProcessed.petition', '第三十九条第一款'],
    ['D20 notProcessed.publishedWork', '第三十九条第二款'],
    ['D21 unable.needsMaking', '第三十八条'],
    ['D22 unable.stillUnclear', '第三十条'],
    ['D23 notProcessed.excessive', '第三十五条'],
  ])('%s 写明《中华人民共和国政府信息公开条例》%s', (name, article) => {
    expect(letterText(sample(name).letter)).toContain(`根据《中华人民共和国政府信息公开条例》（以下简称《条例》）${article}`)
  })

  test('2024年以前决定的不予公开，写的是当时的救济途径', () => {
    const text = letterText(again('D14 withheld.internalAffairs', { date: localDate('2023-11-01') }))
    expect(text).toContain('或者自收到本告知书之日起6个月内')
    expect(text).not.toContain('应当先自收到')
  })

  test('第三方意见：写征求的日期和结果，不写是谁', () => {
    const { facts } = sample('D14 withheld.thirdParty')
    const content = replyContentSchema.parse({
      outcome: 'withheld.thirdParty',
      reasons: '涉及学生家庭的个人隐私。',
      severable: false,
    })
    const consultations = [
      {
        whom: 'thirdParty' as const,
        party: '第三方甲',
        askedOn: localDate('2026-03-06'),
        answeredOn: localDate('2026-03-12'),
        consents: false,
      },
    ]
    const letter = composeReply({ ...facts, act: { content, consultations, searches: [] } })
    expect(letter && letterText(letter)).toContain('本机关于2026年3月6日书面征求了第三方的意见，第三方不同意公开。')
  })

  test('附件印经办人写的名称，没有写的印文件名；逐项答复里也一样', () => {
    const { facts } = sample('D11 granted')
    const given = {
      what: '学区划分方案及附图',
      attachments: ['fj1', '附图'],
      titles: { fj1: '学区划分方案', 附图: '', 旧附件: '不印' },
    }
    const items = [
      { clause: '划分方案', outcome: 'granted' as const, attachment: 'fj1' },
      { clause: '附图', outcome: 'granted' as const, attachment: '附图' },
    ]
    const content = replyContentSchema.parse({ outcome: 'granted', given, items })
    const letter = composeReply({ ...facts, act: { content, consultations: [], searches: [] } })
    expect(letter?.attachments).toEqual(['学区划分方案', '附图'])
    expect(letter && letterText(letter)).toContain('（见附件“学区划分方案”）')
    expect(letter && letterText(letter)).not.toMatch(/fj1|不印/)
  })

  test('逾期和撤回没有答复书', () => {
    const closedOtherwise = OUTCOMES.filter((outcome) => replyCodeFor({ outcome }) === null)
    expect(closedOtherwise).toEqual(['other.correctionLapsed', 'other.feeUnpaid', 'other.withdrawn'])
    expect(closedOtherwise.map(letterCodeFor)).toEqual(['D24', 'D24', 'D27'])
  })
})

describe('稿子里还没有定下的，预览写明待定，不写成结论', () => {
  const told = (input: ReplyContentInput, more: Partial<ReplyAct> = {}) => {
    const { facts } = sample('D11 granted')
    const content = replyContentSchema.parse(input)
    const letter = composeReply({ ...facts, act: { content, consultations: [], searches: [], ...more } })
    return letter ? letterText(letter) : ''
  }
  const asked = {
    whom: 'thirdParty' as const,
    party: '第三方甲',
    askedOn: localDate('2026-03-06'),
    answeredOn: null,
    consents: null,
  }

  test.each<[string, ReplyContentInput, Partial<ReplyAct>, string, string]>([
    ['第三十七条：没有判断能否区分处理', { outcome: 'withheld.processInformation' }, {}, '能否依照', '不能依照'],
    [
      '逐项答复的一项同样',
      { outcome: 'withheld.processInformation', items: [{ clause: '会议记录', outcome: 'withheld.processInformation' }] },
      {},
      '能否依照',
      '不能作区分处理',
    ],
    ['第三十六条第（四）项：没有登记检索', { outcome: 'unable.notHeld' }, {}, '检索的地方、方法和结果待登记', '情况如下'],
    ['没有选附件', { outcome: 'granted', given: { what: '划分图' } }, {}, '〔附件待选〕', '见附件'],
    [
      '没有写何时领取',
      { outcome: 'granted', given: { what: '划分图', way: 'pickup' } },
      {},
      '请您〔时间待填〕到〔途径待填〕领取',
      '到领取',
    ],
    [
      '第三十二条：第三方的期限还没有满',
      { outcome: 'withheld.thirdParty' },
      { consultations: [{ ...asked, running: true }] },
      '〔第三方的意见待登记〕',
      '逾期未提出意见',
    ],
    [
      '第三十五条：没有要求过说明理由',
      { outcome: 'notProcessed.excessive' },
      { reasonsOpen: true },
      '要求说明理由的经过待登记',
      '没有提出合理',
    ],
    ['部分公开没有选理由：救济未定', { outcome: 'partial' }, {}, '救济途径随不予公开的理由而定', '申请行政复议'],
    [
      '有一项还没有答复：依据、救济未定',
      { outcome: 'granted', items: [{ clause: '方案', outcome: 'granted' }, { clause: '纪要' }] },
      {},
      '救济途径随各项怎样答复而定',
      '申请行政复议',
    ],
  ])('%s', (_, input, more, open, statement) => {
    const text = told(input, more)
    expect(text).toContain(open)
    expect(text).not.toContain(statement)
  })

  test('期限满了仍没有意见的，照实写；有没定下的，不能发出', () => {
    expect(told({ outcome: 'withheld.thirdParty' }, { consultations: [asked] })).toContain('第三方逾期未提出意见')
    const { facts } = sample('D11 granted')
    const act = {
      content: replyContentSchema.parse({ outcome: 'granted', given: { what: '划分图' } }),
      consultations: [],
      searches: [],
    }
    const open = composeLetter('D11', { ...facts, act })
    expect(checkLetter(open, { ...facts, act } as LetterFacts).map(({ say }) => say)).toEqual([
      '文书里还有没定下的：〔附件待选〕。',
    ])
  })
})

describe('文书审查', () => {
  const missing = (name: string, change: Partial<LetterFacts>) => {
    const { letter, facts } = sample(name)
    const changed = { ...facts, ...change }
    return checkLetter(composeLetter(letter.code, changed), changed).map(({ say }) => say)
  }
  const agency = sample('D01').facts.agency

  test('机构资料没有复议机关、法院的，答复不能发出', () => {
    expect(missing('D11 granted', { agency: { ...agency, reconsiderationBody: '', court: '' } })).toEqual([
      '文书缺少“复议机关”。',
      '文书缺少“受诉法院”。',
    ])
  })

  test('复议前置的答复不写法院，因为法院随复议决定而定', () => {
    expect(missing('D14 withheld.internalAffairs', { agency: { ...agency, court: '' } })).toEqual([])
  })

  test('没有文号、没有主送的，不能发出', () => {
    expect(missing('D02', { number: '' })).toEqual(['文书缺少“文号”。'])
    expect(missing('D02', { requester: { name: '', kind: 'naturalPerson' } })).toEqual(['文书缺少“主送”。'])
  })

  test('抽掉理由段落的不予公开，查得出来', () => {
    const { letter, facts } = sample('D14 withheld.internalAffairs')
    const blocks = letter.blocks.filter((block) => block.kind !== 'paragraph' || !block.text.startsWith('该材料为'))
    expect(checkLetter({ ...letter, blocks }, facts).map(({ say }) => say)).toEqual(['文书缺少“理由”。'])
  })

  test('补正事项逐项分号、末项句号；获取途径成句', () => {
    const { blocks } = sample('D02').letter
    const [list] = blocks.filter((block) => block.kind === 'list')
    expect(list?.kind === 'list' && list.items).toEqual(['所申请信息的具体名称或者文号；', '所申请信息的年度和适用的学校。'])
    expect(letterText(sample('D20 notProcessed.publishedWork').letter)).toContain('云岭县档案馆查阅。')
  })

  test('期限不因补正重新计算的，写明是为什么：告知晚了，或者重新答复的日期已经限定', () => {
    const { facts } = sample('D02') as { facts: LetterFacts<'D02'> }
    const told = (ordered: boolean) => {
      const act = { ...facts.act, runsOnTo: localDate('2026-04-10'), ordered }
      return letterText(composeLetter('D02', { ...facts, act }))
    }
    expect(told(false)).toContain(
      '本告知超过了收到申请之日起7个工作日，答复期限不因补正重新计算，仍照原来的计算，至2026年4月10日届满。',
    )
    expect(told(true)).toContain('重新答复的期限已由决定或者裁判限定，不因补正重新计算，至2026年4月10日届满。')
    expect(told(true)).not.toContain('7个工作日')
  })

  test('改动补正期限的，查得出来', () => {
    const { letter, facts } = sample('D02')
    const blocks = letter.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: block.text.replace('2026年3月27日', '近日') } : block,
    )
    expect(checkLetter({ ...letter, blocks }, facts).map(({ say }) => say)).toEqual(['文书缺少“合理的补正期限”。'])
  })
})

test('《档案法》第十五条：信息已移交国家档案馆的，告知按照档案利用规定办理，不说不是申请政府信息，也不引第二条', () => {
  const { letter } = sample('D18 other.archives')
  const text = letterText(letter)
  expect(letter.title).toBe('关于按照档案利用规定办理的告知书')
  expect(text).toContain('国家规定的移交期限已经届满')
  expect(text).toContain('《中华人民共和国档案法》（2020年修订）第十五条')
  expect(text).toContain('云岭县档案馆')
  expect(text).toContain('申请行政复议')
  expect(text).not.toMatch(/不属于申请获取|第二条|格式/)
})
