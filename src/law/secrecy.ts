/** 保密: what this system may not hold, and what to do instead. Said at the door, at every upload, in one wording. */
import { type Citation, whole } from './cite.ts'

/** 密级, the highest first (《保守国家秘密法》). */
export const SECRECY_LEVELS = ['绝密', '机密', '秘密'] as const

export const NO_SECRETS: { readonly say: string; readonly then: string; readonly cite: Citation } = {
  say: '本系统不是涉密信息系统，不得录入、上传、存储国家秘密和工作秘密。',
  then: '涉密材料请在涉密载体上按保密规定办理。',
  cite: whole('secrecyLaw'),
}

/** What to do when a file bears a mark of classification: for staff and for the public. */
export const MARKED_FILE = {
  say: '文件上有密级或者内部管理标志，已停止上传，系统没有保存这个文件。',
  thenStaff:
    '请不要换名或截图后再传。确属涉密的，立即与本单位保密工作机构联系，在涉密载体上办理；已经解密、标志已失效的，先履行解密手续并去掉标志，再上传处理后的版本。',
  thenPublic: '请不要上传这类材料；办理申请不需要它。如果标志已经失效，请当面向受理单位说明。',
} as const
