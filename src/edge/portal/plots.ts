/**
 * Quiet plots over the years: how many requests, how they ended, whether they were answered in time. Drawn on the server as SVG;
 * each has a title, a description and the numbers as a table, so nothing depends on seeing it.
 */
import { html, raw } from 'hono/html'
import { OUTCOME_FAMILIES, OUTCOME_FAMILY_WORDS } from '../../law/requests/outcomes.ts'
import type { YearFigures } from '../../office/publication/index.ts'
import type { Markup } from './visit.ts'

interface Series {
  name: string
  /** Distinguishable in grey as well. */
  colour: string
  values: (number | null)[]
}

interface Plot {
  id: string
  title: string
  years: number[]
  series: Series[]
  stacked: boolean
  /** Said below, where the numbers are not those of the form. */
  note?: string
}

const COLOURS = {
  received: '#8b929b',
  handled: '#0b4f9e',
  granted: '#12406f',
  partial: '#5f93c4',
  withheld: '#a5231c',
  unable: '#d9a441',
  notProcessed: '#6b7280',
  other: '#c4c9cf',
  inTime: '#5f93c4',
  late: '#a5231c',
} as const

/** None where there is only one year: a single point is no development. */
export async function plotsOf(figures: readonly YearFigures[]): Promise<Markup | null> {
  if (figures.length < 2) return null
  const years = figures.map(({ year }) => year)
  const plots: Plot[] = [
    {
      id: 'plot-requests',
      title: '历年政府信息公开申请（件）',
      years,
      stacked: false,
      series: [
        { name: '本年新收', colour: COLOURS.received, values: figures.map(({ received }) => received) },
        { name: '本年办结', colour: COLOURS.handled, values: figures.map(({ handled }) => handled) },
      ],
    },
    {
      id: 'plot-outcomes',
      title: '历年办理结果（件）',
      years,
      stacked: true,
      series: OUTCOME_FAMILIES.map((family) => ({
        name: OUTCOME_FAMILY_WORDS[family],
        colour: COLOURS[family],
        values: figures.map((figure) => figure[family]),
      })),
    },
    ...timeliness(figures),
  ]
  const drawn = await Promise.all(plots.map(drawnOnce))
  return html`<section><h2>历年变化</h2><div class="plots">${plots.map((plot, index) => figure(plot, drawn[index] ?? ''))}</div></section>`
}

/** Only where the register knows it of two years at least: imported reports tell nothing of it. */
function timeliness(figures: readonly YearFigures[]): Plot[] {
  const known = figures.flatMap(({ year, timeliness: days }) => (days ? [{ year, ...days }] : []))
  if (known.length < 2) return []
  return [
    {
      id: 'plot-timeliness',
      title: '历年答复是否按期（件）',
      years: known.map(({ year }) => year),
      stacked: true,
      series: [
        { name: '按期答复', colour: COLOURS.inTime, values: known.map(({ inTime }) => inTime) },
        { name: '超期答复', colour: COLOURS.late, values: known.map(({ late }) => late) },
      ],
      note: '当年作出的答复，公布报告时由登记簿统计，不是法定表格的内容；未作答复即办结的（如撤回）不在其中。',
    },
  ]
}

function figure(plot: Plot, drawing: string): Markup {
  return html`<figure><figcaption>${plot.title}</figcaption>
${raw(drawing)}
<table class="figures"><caption class="vh">${plot.title}：数据表</caption><thead><tr><th scope="col">年度</th>${plot.series.map(
    ({ name }) => html`<th scope="col">${name}</th>`,
  )}</tr></thead><tbody>${plot.years.map(
    (year, index) =>
      html`<tr><th scope="row">${year}</th>${plot.series.map(({ values }) => html`<td>${values[index] ?? '空白'}</td>`)}</tr>`,
  )}</tbody></table>${plot.note && html`<p class="soft">${plot.note}</p>`}</figure>`
}

const WIDTH = 440
const HEIGHT = 280
/** So many names stand on one line of the legend. */
const ONE_LINE = 4
/** Without quotation marks: the drawing puts it into an attribute as it is. */
const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans SC, sans-serif'

/** The same numbers give the same drawing, and published numbers do not change: a drawing is ten times a page's other work. */
const drawings = new Map<string, Promise<string>>()
const MOST_DRAWINGS = 500

function drawnOnce(plot: Plot): Promise<string> {
  const key = JSON.stringify(plot)
  const known = drawings.get(key)
  if (known) return known
  const [oldest] = drawings.keys()
  if (oldest !== undefined && drawings.size >= MOST_DRAWINGS) drawings.delete(oldest)
  const drawing = draw(plot)
  drawings.set(key, drawing)
  drawing.catch(() => drawings.delete(key))
  return drawing
}

/** Loaded when the first plot is drawn: most pages need none of it. */
async function draw(plot: Plot): Promise<string> {
  const [{ init, use }, { BarChart }, { GridComponent, LegendComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  use([BarChart, GridComponent, LegendComponent, SVGRenderer])
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FONT, fontSize: 13, color: '#1b1f24' },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, itemGap: 14, textStyle: { fontSize: 13, color: '#1b1f24' } },
      grid: { left: 4, right: 8, top: plot.series.length > ONE_LINE ? 64 : 40, bottom: 4 },
      xAxis: {
        type: 'category',
        data: plot.years.map(String),
        axisTick: { show: false },
        axisLabel: { color: '#1b1f24', fontSize: 13 },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: '#e3e5e8' } },
        axisLabel: { color: '#545c66', fontSize: 12 },
      },
      series: plot.series.map(({ name, colour, values }) => ({
        type: 'bar',
        name,
        data: values,
        barMaxWidth: 36,
        itemStyle: { color: colour },
        ...(plot.stacked ? { stack: 'all' } : {}),
      })),
    })
    return described(withoutStyles(chart.renderToSVGString()), plot)
  } finally {
    chart.dispose()
  }
}

/** Styles inside elements are forbidden by our content security policy; SVG has an attribute for each of them. */
function withoutStyles(svg: string): string {
  return svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '').replace(/ style="([^"]*)"/g, (_, declarations: string) =>
    declarations
      .split(';')
      .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
      .filter(([property, value]) => property && value && property !== 'user-select' && property !== 'position')
      .map(([property, value]) => ` ${property}="${value}"`)
      .join(''),
  )
}

function described(svg: string, { id, title, years, series }: Plot): string {
  const sums = series.map(
    ({ name, values }) => `${name}：${values.map((value, index) => `${years[index]}年${value ?? '空白'}`).join('，')}`,
  )
  return svg.replace(
    /<svg[^>]*>/,
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${sums.join('；')}</desc>`,
  )
}
