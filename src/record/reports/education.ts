const EDUCATION = /教育(?:和体育|体育|科技和体育|科学技术)?(?:局|委员会|厅|委)|教体局|教科体局|教科局|教育和/

/** Whether an agency decides on teachers' qualifications and on private schools: permits that are easily forgotten. */
export function isEducation(agency: string | null): boolean {
  return agency !== null && EDUCATION.test(agency)
}
