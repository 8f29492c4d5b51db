/** 确认答复附件: it may leave, it leaves all the same, or it does not leave. */
import { type Result, refused } from '../../law/refusal.ts'
import { findingRule, stops } from '../../record/outgoing/findings.ts'
import type { Actor, Verb } from '../../record/people/roles.ts'
import { maskInText } from '../../record/people/requester.ts'
import type { OfficeContext } from '../context.ts'
import { change, type Change, detailOf, outgoingFile, preparing } from './outgoing-case.ts'
import type { OutgoingRow } from '../../store/outgoing.sql.ts'

interface OnFile {
  caseId: string
  fileId: string
  version: number
}

/** 确认可以发出: nothing is left that must not leave, and a person has looked at what only a person can judge. */
export function clearOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile & { looked: boolean },
): Promise<Result<{ caseId: string }>> {
  return decide(ctx, actor, input, 'requests.draftReply', 'outgoing.clear', (row) => {
    const detail = detailOf(ctx, row)
    const stopping = detail.left.filter(stops)
    if (stopping.length > 0)
      return refused({
        code: 'outgoing-not-cleared',
        say: `文件里还有：${stopping.map(({ kind }) => findingRule(kind).zh).join('、')}。`,
        then: '请先“清理”或“涂黑”；确有理由照发的，由公开工作机构负责人写明理由后决定。',
      })
    if (detail.left.length > 0 && !input.looked)
      return refused({
        code: 'field-missing',
        say: `有需要人工看过的内容：${detail.left.map(({ kind }) => findingRule(kind).zh).join('、')}。`,
        then: '请逐处看过，勾选“已逐处看过，可以提供”。',
        field: 'looked',
      })
    return { ok: true, value: { state: 'cleared', detail, decided: true } }
  })
}

/** 照发: in spite of what was found, on a named person's responsibility; the reason stays visible. */
export function overrideOutgoing(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile & { reason: string },
): Promise<Result<{ caseId: string }>> {
  return decide(ctx, actor, input, 'requests.overrideOutgoing', 'outgoing.override', (row) => {
    const reason = maskInText(input.reason)
    return { ok: true, value: { state: 'overridden', detail: { ...detailOf(ctx, row), reason }, decided: true } }
  })
}

/** 不发出. */
export function withdrawOutgoing(ctx: OfficeContext, actor: Actor, input: OnFile): Promise<Result<{ caseId: string }>> {
  return decide(ctx, actor, input, 'requests.draftReply', 'outgoing.withdraw', (row) => ({
    ok: true,
    value: { state: 'withdrawn', detail: detailOf(ctx, row), decided: true },
  }))
}

async function decide(
  ctx: OfficeContext,
  actor: Actor,
  input: OnFile,
  verb: Verb,
  entry: string,
  how: (row: OutgoingRow) => Result<Change>,
): Promise<Result<{ caseId: string }>> {
  const found = await preparing(ctx, actor, input.caseId, verb)
  if (!found.ok) return found
  const outgoing = await outgoingFile(ctx, found.value, input.fileId)
  if (!outgoing.ok) return outgoing
  const to = how(outgoing.value)
  return to.ok ? change(ctx, actor, found.value, { id: input.fileId, version: input.version }, entry, to.value) : to
}
