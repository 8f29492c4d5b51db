/** 更正决定应当具备的内容 (Art 41): evidence for what is amended, reasons for what is not, and where else to turn. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { AmendmentDecision } from './model.ts'

const missing = (field: string, say: string, then: string): Refusal => ({
  code: 'field-missing',
  say,
  then,
  cite: reg('41'),
  field,
})

/** @param proven whether evidence is on file: written down, or brought as a paper */
export function decisionFaults({ result, correctedTo, reasons, to }: AmendmentDecision, proven: boolean): Refusal[] {
  const faults: Refusal[] = []
  if (result === 'amended' && !proven)
    faults.push(
      missing(
        'result',
        '没有登记证明记录不准确的证据。',
        '更正须有证据证明；请申请人提供，或者写明本机关查明的依据，在“补充证据”中登记，或者上传证据材料后再送审。',
      ),
    )
  if (result === 'amended' && correctedTo === '')
    faults.push(missing('correctedTo', '没有写明更正后的记录。', '请写明哪一项更正为什么，告知书照此告知申请人。'))
  if (result === 'refused' && reasons === '')
    faults.push(missing('reasons', '不予更正没有写明理由。', '请写明核查的经过，以及证据为什么不能证明记录不准确。'))
  if ((result === 'transferred' || result === 'pointed') && !to)
    faults.push(
      missing(
        'to',
        '没有写明有权更正的机关和联系方式。',
        '不属于本机关职能范围的，转送有权更正的机关并告知申请人，或者告知申请人向其提出。',
      ),
    )
  return faults
}
