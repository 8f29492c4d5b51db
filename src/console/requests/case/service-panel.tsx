import { chineseDate } from '../../../law/date.ts'
import { RETURN_REASON_WORDS } from '../../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS } from '../../../law/requests/vocabulary.ts'
import { type LetterService, needsService, serviceOf } from '../../../record/requests/service.ts'
import type { CaseView, LetterRow } from '../../../record/requests/view.ts'
import { Panel } from '../../parts/page.tsx'
import { ServiceMark } from '../../parts/service-mark.tsx'
import { foldedOf } from '../acts/case-so-far.ts'

/** 送达: of every letter, how it left and what proves that it arrived. What is sent and not proven stays red. */
export function ServicePanel({ view }: { view: CaseView }) {
  const folded = foldedOf(view)
  const letters = view.letters
    .filter(({ code }) => needsService(code))
    .map((letter) => ({ letter, service: serviceOf(folded, letter, view.today) }))
  if (letters.length === 0) return null
  return (
    <Panel title="送达">
      <ul className="papers" aria-label="各份文书的送达情况">
        {letters.map(({ letter, service }) => (
          <LetterWay key={letter.id} letter={letter} service={service} />
        ))}
      </ul>
    </Panel>
  )
}

function LetterWay({ letter, service }: { letter: LetterRow; service: LetterService }) {
  return (
    <li>
      <div>
        <b>{letter.title}</b>
        <span className="quiet small">{letter.number}</span>
        {wayWords(service).map((words) => (
          <span key={words} className="quiet small">
            {words}
          </span>
        ))}
      </div>
      <ServiceMark state={service.state} />
    </li>
  )
}

function wayWords({ attempts, notice, proven, arrivedOn }: LetterService): string[] {
  const sent = attempts.flatMap(({ on, by, mailNumber, returned }) => [
    `${chineseDate(on)}发出（${SERVICE_METHOD_WORDS[by]}）${mailNumber ? `，邮件号码 ${mailNumber}` : ''}`,
    ...(returned ? [`${chineseDate(returned.on)}退回：${RETURN_REASON_WORDS[returned.because]}`] : []),
  ])
  const published = notice ? [`${chineseDate(notice.on)}公告于${notice.outlet}，${chineseDate(notice.deemedOn)}视为送达`] : []
  const noted = arrivedOn && !proven ? [`${chineseDate(arrivedOn)}对方收到，没有凭证：用“登记对方收到文书”补登`] : []
  const arrived = proven ? [`${chineseDate(proven.on)}送达${proven.by ? `（${SERVICE_METHOD_WORDS[proven.by]}）` : ''}`] : []
  return [...sent, ...published, ...noted, ...arrived]
}
