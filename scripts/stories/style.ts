/** A4, black on white, Song for titles; one case never breaks over two pages where it fits on one. */
export const STYLE = `
@page { size: A4; margin: 25mm 22mm 22mm; @bottom-center { content: counter(page); font-size: 9pt } }
* { box-sizing: border-box }
html { color: #1b1f24; background: #f7f7f5; font: 16px/1.75 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; font-variant-numeric: tabular-nums }
body { max-width: 46rem; margin: 0 auto; padding: 48px 32px; background: #fff }
h1, h2 { font-family: "Noto Serif SC", "Source Han Serif SC", STSong, SimSun, serif; line-height: 1.4; text-align: center; text-wrap: balance }
h1 { font-size: 2rem; margin: 24px 0 32px }
h2 { font-size: 1.5rem; margin: 64px 0 16px }
h3 { font-size: 1.0625rem; margin: 0 0 8px; line-height: 1.5 }
.number { display: inline-block; min-width: 4em; color: #a5231c }
nav ol { padding: 0; list-style: none }
nav li span { float: right }
a { color: #0b4f9e }
.intro { margin-bottom: 24px }
article { border-top: 1px solid #d8dbdf; padding: 16px 0 20px; break-inside: avoid }
dl { margin: 0 }
dl div { display: flex; gap: 16px }
dt { flex: none; width: 4em; color: #4a5159 }
dd { margin: 0 }
table { width: 100%; border-collapse: collapse; margin-top: 12px; font-size: .875rem; line-height: 1.5 }
caption { text-align: left; color: #4a5159; padding-bottom: 4px }
th, td { border: 1px solid #d8dbdf; padding: 4px 8px; text-align: left; vertical-align: top }
th { font-weight: 600; background: #f7f7f5 }
td:nth-child(-n + 3) { white-space: nowrap }
th { white-space: nowrap }
.signed { margin: 40px 0 0; text-align: right; break-inside: avoid }
.signed span { display: inline-block; width: 9em; border-bottom: 1px solid #1b1f24; margin-right: 1em }
@media print {
  html, body { background: none; font-size: 10.5pt }
  body { max-width: none; padding: 0 }
  .cover, .chapter { break-after: page }
  .chapter:last-child { break-after: auto }
  h2 { margin-top: 0 }
  h3, caption, thead { break-after: avoid }
  a { color: inherit; text-decoration: none }
}
`
