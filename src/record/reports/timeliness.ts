/** 答复时限情况: of the replies of a year, how many came within their day (Art 33). Beside the report, no part of its form. */
export interface Timeliness {
  inTime: number
  late: number
}
