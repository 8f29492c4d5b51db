/** An instant as the office's clock on the wall shows it, wherever the browser stands. Legal days are never instants. */
const WALL_CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

export function shanghaiTime(instant: string): string {
  return WALL_CLOCK.format(new Date(instant)).replaceAll('/', '-')
}
