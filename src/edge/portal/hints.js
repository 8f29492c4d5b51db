// While somebody types what they want: published information that may already be it. Without this script the same is shown
// on the page that reads the application back.
const PAUSE_MS = 900
const FEWEST_LETTERS = 4

const subject = document.getElementById('content-subject')
const place = document.getElementById('hints')
let asked = ''
let timer = 0

async function ask() {
  const words = subject.value.trim()
  if (words === asked || words.length < FEWEST_LETTERS) return
  asked = words
  const { _token, hinted } = subject.form.elements
  const body = new URLSearchParams({ 'content.subject': words, _token: _token.value, hinted: hinted.value })
  let list = ''
  try {
    const answer = await fetch(place.dataset.from, { method: 'POST', body, credentials: 'same-origin' })
    list = answer.ok ? await answer.text() : ''
  } catch {
    // Without a network there is no hint; the form itself says so when it is sent.
  }
  if (words !== asked) return
  place.innerHTML = list
  if (list) hinted.value = 'yes'
}

if (subject && place) {
  subject.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MS)
  })
  subject.addEventListener('change', ask)
}
