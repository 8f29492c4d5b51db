/** 信息处理费 F01–F19: what is asked, and what it costs in 元 (《信息处理费管理办法》第三条至第五条). */

export interface FeeStory {
  id: string
  title: string
  article: string
  given:
    | { scale: 'item'; applications: { month: string; items: number }[] }
    | { scale: 'volume'; applications: { pages: number; published?: boolean }[] }
  /** 元 for each application, in order. */
  then: number[]
}

const inMarch = (...items: number[]) => ({
  scale: 'item' as const,
  applications: items.map((n) => ({ month: '2024-03', items: n })),
})
const pages = (...all: number[]) => ({ scale: 'volume' as const, applications: all.map((n) => ({ pages: n })) })

export const FEE_STORIES: FeeStory[] = [
  { id: 'F01', title: '一人三月内申请10件，按件', article: '第四条', given: inMarch(10), then: [0] },
  { id: 'F02', title: '第11件', article: '第四条', given: inMarch(10, 1), then: [0, 100] },
  { id: 'F03', title: '15件', article: '第四条', given: inMarch(15), then: [500] },
  { id: 'F04', title: '30件', article: '第四条', given: inMarch(30), then: [2000] },
  { id: 'F05', title: '第31件', article: '第四条', given: inMarch(30, 1), then: [2000, 200] },
  { id: 'F06', title: '40件', article: '第四条', given: inMarch(40), then: [4000] },
  { id: 'F07', title: '第41件', article: '第四条', given: inMarch(40, 1), then: [4000, 300] },
  { id: 'F08', title: '50件', article: '第四条', given: inMarch(50), then: [7000] },
  {
    id: 'F09',
    title: '三月8件、四月8件：每个自然月重新起算',
    article: '第四条',
    given: {
      scale: 'item',
      applications: [
        { month: '2024-03', items: 8 },
        { month: '2024-04', items: 8 },
      ],
    },
    then: [0, 0],
  },
  { id: 'F10', title: '一份申请列出12项可以分开的事项，拆分为12件', article: '第四条', given: inMarch(12), then: [200] },
  { id: 'F11', title: '一件申请30页，按量', article: '第五条', given: pages(30), then: [0] },
  { id: 'F12', title: '31页', article: '第五条', given: pages(31), then: [10] },
  { id: 'F13', title: '100页', article: '第五条', given: pages(100), then: [700] },
  { id: 'F14', title: '150页', article: '第五条', given: pages(150), then: [1700] },
  { id: 'F15', title: '201页', article: '第五条', given: pages(201), then: [2740] },
  { id: 'F16', title: '两件申请各25页：页数不跨申请累计', article: '第五条', given: pages(25, 25), then: [0, 0] },
  { id: 'F17甲', title: '当月第12件、120页，选择按件', article: '第三条', given: inMarch(11, 1), then: [100, 100] },
  { id: 'F17乙', title: '当月第12件、120页，选择按量：二者择一，绝不相加', article: '第三条', given: pages(120), then: [1100] },
  {
    id: 'F18',
    title: '只告知已公开网页（300页）的网址，不适用按量',
    article: '第五条',
    given: { scale: 'volume', applications: [{ pages: 300, published: true }] },
    then: [0],
  },
  { id: 'F19', title: '500页', article: '第五条', given: pages(500), then: [14_700] },
]
