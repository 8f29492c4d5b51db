/** 救济: what a decision that is free to be challenged either way has to say, as the county's organs are named. */
export const remedyWords = ['60日内', '云岭县人民政府申请行政复议', '6个月内', '云岭县人民法院提起行政诉讼']
