/** A short run of `npm run fuzz`, the same files every time. */
import { expect, test } from 'vitest'
import { mutated } from './mutate.ts'
import { redaction } from './redaction.ts'
import { fuzz } from './run.ts'
import { catalogueReaders, outgoingReaders, reportReaders } from './targets.ts'

test('年度报告的读取：损坏的文件给出结果或者理由', async () => {
  const target = await reportReaders()
  expect((await fuzz(target, { seed: 20_260_101, count: 40 })).faults).toEqual([])
  await target.close()
}, 300_000)

test('公开事项目录的读取：损坏的表格给出结果或者理由', async () => {
  const target = await catalogueReaders()
  expect((await fuzz(target, { seed: 20_260_104, count: 12 })).faults).toEqual([])
  await target.close()
}, 300_000)

test('答复附件的检查和清理：损坏的文件给出结果或者理由，清除的内容不在其中', async () => {
  const target = await outgoingReaders()
  expect((await fuzz(target, { seed: 20_260_102, count: 6 })).faults).toEqual([])
  await target.close()
}, 300_000)

test('涂黑：字和框在哪里都行，框下的没有了，框外的还在', async () => {
  const target = await redaction()
  expect((await fuzz(target, { seed: 20_260_103, count: 6 })).faults).toEqual([])
  await target.close()
}, 300_000)

test('同一个种子，损坏得一样', () => {
  const bytes = new TextEncoder().encode('一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3')
  expect(mutated(bytes, 7)).toEqual(mutated(bytes, 7))
  expect(mutated(bytes, 7)).not.toEqual(mutated(bytes, 8))
})
