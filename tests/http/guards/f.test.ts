/** Guards of the file: the wrong way is refused with a reason that a beginner understands, then the right way works. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { GROUND_TABLE } from '../../../src/law/withholding.ts'
import { addBasis, repealBasis } from '../../../src/office/basis/library.ts'
import { previewReply, saveDraft, submitDraft } from '../../../src/office/requests/draft-reply.ts'
import { viewCase } from '../../../src/office/requests/view-case.ts'
import { replyContentSchema, type ReplyContentInput } from '../../../src/record/requests/reply.ts'
import { newCase } from '../case-work.ts'
import { type County, county, must } from '../county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')

async function drafted(caseId: string, input: ReplyContentInput): Promise<string> {
  const { draft } = must(await viewCase(place.office, clerk(), caseId))
  const content = replyContentSchema.parse(input)
  must(await saveDraft(place.office, clerk(), { caseId, draftVersion: draft?.version ?? 0, content }))
  return must(await viewCase(place.office, clerk(), caseId)).draft?.digest ?? ''
}

const refusalsOf = (result: { ok: boolean; refusals?: readonly { code: string; field?: string; then: string }[] }) =>
  result.ok ? [] : (result.refusals ?? []).map(({ code, field }) => `${code}@${field}`)

const withheld = (reasons: string): ReplyContentInput => ({
  outcome: 'withheld.processInformation',
  reasons,
  severable: false,
  // The questions of a ground that is often stretched are answered on record before it is used.
  tests: [
    {
      of: 'processInformation',
      answers: GROUND_TABLE.processInformation.questions.map(() => ({ holds: true, why: '已逐项核对原稿和会议记录' })),
    },
  ],
})

describe('G10 引用的条文须存在并在作出答复之日有效', () => {
  test('G10 引用已废止的《信访条例》、不存在的《条例》第五十八条，都不能送审；改引现行条文后可以', async () => {
    const work = await newCase(place, '2026-03-02')
    const caseId = work.id
    const wrong = withheld('依据《信访条例》第十四条和《条例》第五十八条，该稿属于讨论过程中的材料，不予公开。')
    const digest = await drafted(caseId, wrong)
    const refusedNow = await submitDraft(place.office, clerk(), { caseId, digest })
    expect(refusalsOf(refusedNow)).toEqual(['basis-not-in-force@reasons', 'basis-no-such-article@reasons'])
    expect(refusedNow.ok ? '' : refusedNow.refusals[0]?.then).toContain('《信访工作条例》')
    const preview = must(
      await previewReply(place.office, clerk(), {
        caseId,
        content: replyContentSchema.parse(withheld('依据《云岭县规划管理办法》第三条，该稿系过程稿，不予公开。')),
      }),
    )
    expect(preview.unchecked).toEqual(['云岭县规划管理办法'])

    const right = withheld('依据《条例》第十六条第二款，该稿属于讨论过程中的过程稿，不予公开。')
    const letter = await work.reply(right, '2026-03-02')
    expect(letter.code).toBe('D14')
    expect(await work.text('D14')).toContain('《条例》第十六条第二款')
  })

  test('G10 本机关文件加入依据库后同样核对：施行前、废止后、没有的条，都不能引用', async () => {
    const officeHead = place.actor('officeHead')
    const added = must(
      await addBasis(place.office, officeHead, {
        title: '云岭县学籍档案管理办法',
        number: '云教发〔2026〕8号',
        kind: 'document',
        from: localDate('2026-02-01'),
        to: null,
        replaces: null,
        articles: null,
        body: '第一条 为规范管理，制定本办法。\n第二条 学籍档案由学校保管。\n第三条 本办法自2026年2月1日起施行。',
        source: '文件第三条',
      }),
    )
    expect(added).toMatchObject({ articles: 3, inForce: true, own: true })
    const { id: caseId } = await newCase(place, '2026-03-02')
    const rests = async (reasons: string) =>
      refusalsOf(await submitDraft(place.office, clerk(), { caseId, digest: await drafted(caseId, withheld(reasons)) }))
    expect(await rests('依据《云岭县学籍档案管理办法》第九条，属于过程稿，不予公开。')).toEqual(['basis-no-such-article@reasons'])
    expect(await rests('依据《云岭县学籍档案管理办法》第二条，属于过程稿，不予公开。')).toEqual([])
    must(await repealBasis(place.office, officeHead, { key: added.key, from: localDate('2026-03-02') }))
    expect(await rests('依据《云岭县学籍档案管理办法》第二条，属于过程稿，不予公开。')).toEqual(['basis-not-in-force@reasons'])
  })
})
