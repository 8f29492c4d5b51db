/** For every endpoint of the console an input that is well formed, so that what answers is the permission and not the form. */
import { randomUUID } from 'node:crypto'
import type { EndpointName } from '../../src/edge/console/contract.ts'
import { CONTENT, REQUESTER } from './county.ts'

/** A request over the counter. */
const HANDED_IN = { requester: REQUESTER, content: CONTENT, via: 'in-person', submittedOn: '2026-03-02', receivedOn: null }

const CHANGE = {
  kind: 'overlay',
  authority: { title: '通知', number: '云政办〔2026〕1号', on: '2026-03-02' },
  plain: ['2026-07-15'],
}

const STEP = { commandId: randomUUID(), seen: 99 }

const EDITION = { ...STEP, id: randomUUID(), seen: 99 }

const CATALOGUE_ITEM = {
  id: randomUUID(),
  from: '2026-03-02',
  content: {
    field: '教育',
    first: '招生',
    second: '政策',
    elements: '方案',
    basis: '',
    limit: '',
    subject: '',
    outlets: [],
    society: true,
    group: null,
    proactive: true,
    onRequest: false,
    county: true,
    township: false,
  },
  keeping: {},
}

const AMENDMENT = { record: '学籍登记表', wrong: '出生日期有误', evidence: '户口簿' }

export function matrixInputs({
  caseId,
  sectionId,
}: {
  caseId: string
  sectionId: string
}): Partial<Record<EndpointName, unknown>> {
  const digest = 'x'
  return {
    'requests.unmask': { reason: '核对' },
    'requests.register': { ...HANDED_IN, commandId: randomUUID() },
    'requests.registerGroup': { ...HANDED_IN, commandId: randomUUID(), others: [REQUESTER] },
    'requests.classify': { looksLike: 'petition', unclear: false },
    'requests.split': { commandId: randomUUID(), seen: 99, items: [{ subject: '某' }, { subject: '某' }] },
    'requests.settleTwin': { commandId: randomUUID(), seen: 99, otherId: caseId, answer: 'separate' },
    'requests.complete': { completion: { email: 'a@example.cn' } },
    'requests.act': { commandId: randomUUID(), seen: 99, act: { kind: 'received', on: '2026-03-02' } },
    'requests.previewReply': { content: { outcome: 'granted' } },
    'requests.saveDraft': { draftVersion: 99, content: { outcome: 'granted' } },
    'requests.submitDraft': { digest },
    'requests.returnDraft': { digest, because: '不妥' },
    'requests.approve': { commandId: randomUUID(), seen: 99, digest },
    'requests.reply': { commandId: randomUUID(), seen: 99, on: '2026-03-02' },
    'requests.note': { text: '备注' },
    'requests.correctFileKind': { fileId: randomUUID(), kind: '案卷材料' },
    'requests.assign': { sectionId: null, officerId: null },
    'requests.addOutgoing': { fileId: randomUUID() },
    'requests.cleanOutgoing': { fileId: randomUUID(), version: 1, blank: [] },
    'requests.redactOutgoing': { fileId: randomUUID(), version: 1, boxes: [] },
    'requests.clearOutgoing': { fileId: randomUUID(), version: 1, looked: true },
    'requests.overrideOutgoing': { fileId: randomUUID(), version: 1, reason: '公务联系方式，依法公开' },
    'requests.withdrawOutgoing': { fileId: randomUUID(), version: 1 },
    'requests.findOutgoing': { fileId: randomUUID(), text: '某' },
    'requests.review': { commandId: randomUUID(), seen: 99, digest, aspect: 'legality', conclusion: 'pass', note: '' },
    'requests.proposeConversion': { commandId: randomUUID(), seen: 99, information: '方案', reason: '多人申请' },
    'requests.decideConversion': {
      commandId: randomUUID(),
      seen: 99,
      result: 'declined',
      because: '不属于',
      documentId: null,
      link: '',
    },
    'duties.draft': { id: randomUUID(), key: 'x.y.2026' },
    'duties.note': { commandId: randomUUID(), key: 'x.y.2026', kind: 'notApplicable', because: '没有开展' },
    'duties.record': { id: randomUUID(), itemId: randomUUID(), triggerKey: 'x', on: '2026-03-02', what: '某事' },
    'catalogue.add': CATALOGUE_ITEM,
    'catalogue.change': { ...CATALOGUE_ITEM, seen: 1 },
    'catalogue.end': { id: randomUUID(), from: '2026-03-02', why: '上级取消', seen: 1 },
    'editions.begin': { id: randomUUID(), content: { column: 'plans', title: '某' }, sectionId },
    'editions.revise': { id: randomUUID(), documentId: randomUUID() },
    'editions.save': { ...EDITION, content: { column: 'plans', title: '某' } },
    'editions.submit': EDITION,
    'editions.mask': EDITION,
    'editions.drop': { ...EDITION, because: '不需要' },
    'editions.pass': { ...EDITION, step: 'secrecy', digest },
    'editions.return': { ...EDITION, step: 'secrecy', note: '请修改' },
    'editions.force': { ...EDITION, because: '汛情紧急' },
    'editions.lookAfter': { ...EDITION, step: 'proofread' },
    'editions.withdraw': { ...EDITION, because: '内容有误' },
    'editions.unmasked': { id: randomUUID() },
    'outlets.set': {
      id: randomUUID(),
      kind: 'board',
      name: '公告栏',
      columns: [],
      settings: { place: '一楼' },
      secret: null,
      active: true,
    },
    'outlets.record': { outletId: randomUUID(), documentId: randomUUID(), on: '2026-03-02', note: '已张贴' },
    'outlets.retry': { outletId: randomUUID(), documentId: randomUUID() },
    'people.delegate': { officerId: randomUUID(), from: '2026-03-02', to: '2026-03-31', document: '授权书' },
    'people.recordAbsence': { officerId: randomUUID(), deputyId: randomUUID(), from: '2026-03-02', to: '2026-03-06' },
    'requests.handleMessage': { messageId: randomUUID() },
    'letters.setWording': { part: 'closing', codes: ['D02'], from: '2026-03-02', text: '特此告知。' },
    'translations.enter': { text: 'བོད' },
    'translations.check': { pass: true },
    'letters.setNumbering': { from: '2026-03-02', words: {} },
    'letters.dispatch': {
      on: '2026-03-02',
      carrier: 'ems',
      items: [{ id: randomUUID(), mailNumber: '', commandId: randomUUID() }],
    },
    'desk.saveFilter': { name: '本周到期', query: 'state=open' },
    'desk.setGuided': { guided: false },
    'desk.assign': { ids: [caseId], sectionId: null, officerId: null },
    'requests.archive': { commandId: randomUUID(), seen: 99, on: '2026-03-02' },
    'requests.archiveTransfer': { commandId: randomUUID(), seen: 99, on: '2026-03-02', to: '县档案馆' },
    'archive.closeSeveral': {
      on: '2026-03-02',
      items: [{ of: 'case', id: randomUUID(), commandId: randomUUID(), seen: 99 }],
    },
    'archive.setRetention': {
      from: '2026-03-02',
      rules: {
        disputed: 'permanent',
        withheld: 'years30',
        disclosed: 'years30',
        otherReplies: 'years10',
        closedWithoutReply: 'years10',
        amendments: 'years10',
      },
      source: '本局保管期限表',
    },
    'archive.proposeErasure': { caseIds: [randomUUID()], basis: '保管期满' },
    'archive.decideErasure': { approve: true },
    'basis.add': { title: '某办法', kind: 'document', from: '2026-03-01', source: '本局印发' },
    'basis.repeal': { from: '2026-03-02' },
    'owners.set': { step: 'reply', sectionId: sectionId, from: '2026-03-02' },
    'consultations.answer': { text: '答复' },
    'reports.saveProse': { preface: [], overall: [], problems: [], other: [] },
    'reports.setCount': { kind: 'permits', value: 1, basis: '台账' },
    'reports.answer': { answers: [] },
    'reports.explain': { code: 'X4', text: '上年报告公布后补登一件' },
    'reports.lookAt': { key: 'post', looked: true },
    'handIns.issue': {
      commandId: randomUUID(),
      year: 2025,
      title: '关于报送年度报告的通知',
      number: '云政办〔2026〕9号',
      issuedOn: '2026-03-02',
      fileBy: '2026-03-20',
      units: [randomUUID()],
    },
    'handIns.accept': { seq: 1 },
    'handIns.return': { seq: 1, remarks: [{ at: null, text: '请补充' }] },
    'handIns.excuse': { because: '机构撤并' },
    'handIns.withdrawAttachment': { hash: 'a'.repeat(64), because: '附件传错了' },
    'amendments.register': {
      commandId: randomUUID(),
      requester: REQUESTER,
      content: AMENDMENT,
      via: 'in-person',
      receivedOn: '2026-03-02',
    },
    'amendments.addEvidence': { ...STEP, on: '2026-03-02', evidence: '户口簿' },
    'amendments.preview': { decision: { result: 'refused', reasons: '核查无误' } },
    'amendments.propose': { ...STEP, decision: { result: 'refused', reasons: '核查无误' } },
    'amendments.return': { ...STEP, because: '理由不充分' },
    'amendments.approve': STEP,
    'decisions.enter': {
      commandId: randomUUID(),
      entries: [
        { kind: 'permits', matter: '教师资格认定', sectionId, from: '2026-01-01', to: '2026-02-28', made: 3, basis: '平台统计' },
      ],
    },
    'decisions.void': { because: '登记有误' },
    'amendments.withdraw': { ...STEP, on: '2026-03-02', proof: '撤回申请书' },
    'amendments.transfer': { ...STEP, on: '2026-03-02', to: '云岭县档案馆' },
    'amendments.archive': { ...STEP, on: '2026-03-02' },
    'amendments.post': { ...STEP, on: '2026-03-02', carrier: 'ems', mailNumber: '1068123456789' },
    'amendments.mailReturned': { ...STEP, on: '2026-03-02', because: 'nobodyThere' },
    'amendments.serve': { ...STEP, on: '2026-03-02', by: 'in-person', proof: '本人签收' },
    'requests.convertToAmendment': { commandId: randomUUID(), on: '2026-03-02', content: AMENDMENT, consent: false },
    'disputes.record': { commandId: randomUUID(), seen: 1, act: { kind: 'switched', on: '2026-03-02' } },
    'disputes.openOverAmendment': {
      commandId: randomUUID(),
      opened: { kind: 'opened', on: '2026-03-02', path: 'reconsideration' },
    },
    'disputes.savePapers': { version: 0, content: {} },
    'disputes.learn': { category: 'search', text: '检索不充分' },
    'requests.openDispute': {
      commandId: randomUUID(),
      opened: { kind: 'opened', on: '2026-03-02', path: 'reconsideration' },
    },
    'calendar.preview': { change: CHANGE },
    'calendar.change': { commandId: randomUUID(), change: CHANGE },
    'mail.set': { email: null },
    'people.setRoles': { roles: ['clerk'] },
  }
}
