// 大厅屏幕: shows one item after another, asks for news every moment, goes on without a network with what it has, and drops what
// is over. Without this script the page is a list that the browser reads anew every minute.
const EACH_MS = 12_000
const ASK_MS = 1_500
/** What could not be asked after for so long may have been withdrawn. */
const TRUSTED_MS = 24 * 3600 * 1000

const stage = document.getElementById('stage')
const state = document.getElementById('state')
const clock = document.getElementById('clock')
let news = JSON.parse(document.getElementById('items').textContent)
/** When the server last said what is open: a page that was kept says when it was made. */
let heard = Math.min(news.at, Date.now())
let index = 0

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
const hour = (at) => new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }).format(at)

function shown() {
  if (Date.now() - heard > TRUSTED_MS) return []
  // A screen of another day than the server's (a demo) keeps to the server's.
  const day = news.daySet ?? today()
  return news.items.filter(({ until }) => until === null || until >= day)
}

function element(name, words, className) {
  const made = document.createElement(name)
  made.textContent = words
  if (className) made.className = className
  return made
}

function show() {
  const items = shown()
  if (items.length === 0) {
    stage.replaceChildren(element('p', '暂时没有公开的信息。', 'screen-none'))
    return
  }
  index %= items.length
  const item = items[index]
  const code = document.createElement('img')
  code.src = item.qr
  code.alt = '网页地址的二维码'
  const text = document.createElement('div')
  text.append(
    element('h2', item.title),
    element('p', [item.number, `公开日期 ${item.publishedOn}`, item.until && `公示至 ${item.until}`].filter(Boolean).join('　'), 'screen-about'),
    element('p', item.text, 'screen-text'),
  )
  const side = document.createElement('figure')
  side.append(code, element('figcaption', '扫码看全文'))
  stage.replaceChildren(text, side)
  document.getElementById('place').textContent = `${index + 1} / ${items.length}`
}

/** Kept beforehand, so that codes are there without a network. */
function fetchCodes() {
  for (const { qr } of news.items) new Image().src = qr
}

function same(one, other) {
  return JSON.stringify(one.items) === JSON.stringify(other.items)
}

async function ask() {
  try {
    const answer = await fetch(stage.dataset.from, { cache: 'no-cache' })
    if (!answer.ok) throw new Error('not answered')
    const next = await answer.json()
    heard = Date.now()
    state.textContent = ''
    if (!same(news, next)) {
      // What is new is seen at once; what is gone is gone at once.
      const fresh = next.items.findIndex(({ id }) => !news.items.some((old) => old.id === id))
      news = next
      index = Math.max(fresh, 0)
      show()
      fetchCodes()
    }
  } catch {
    state.textContent = `网络中断，显示的是 ${hour(heard)} 的内容`
  }
  setTimeout(ask, ASK_MS)
}

setInterval(() => {
  index += 1
  show()
}, EACH_MS)
setInterval(() => {
  clock.textContent = hour(Date.now())
}, 1000)
document.documentElement.classList.add('lively')
show()
setTimeout(ask, ASK_MS)
addEventListener('load', fetchCodes)
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register(stage.dataset.worker, { scope: stage.dataset.scope }).catch(() => {
    // Without it the screen still lives through a loss of the network, but not through a restart in one.
  })
