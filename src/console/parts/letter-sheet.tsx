/** A letter as it will print, near enough to read and judge; paper itself is set by the server. */
import type { ReactNode } from 'react'
import type { Letter, LetterBlock } from '../../record/letters/model.ts'
import { UNDECIDED } from '../../record/letters/phrases.ts'

export function LetterSheet({ letter }: { letter: Letter }) {
  return (
    <article className="sheet" aria-label={`${letter.title}预览`}>
      {letter.watermark && <p className="sheet-watermark">{letter.watermark}</p>}
      <p className="sheet-agency">{letter.agency}</p>
      <h2>{letter.title}</h2>
      <p className="sheet-number">{letter.number}</p>
      {letter.addressee && <p className="sheet-addressee">{letter.addressee}：</p>}
      {letter.blocks.map((block, index) => (
        <Block key={`${block.kind}${index}`} block={block} />
      ))}
      {letter.attachments.length > 0 && (
        <div className="sheet-attachments">
          <span>附件：</span>
          <ol>
            {letter.attachments.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ol>
        </div>
      )}
      <p className="sheet-signature">
        {letter.signature.agency}
        <br />
        {letter.signature.date}
      </p>
    </article>
  )
}

function Block({ block }: { block: LetterBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <p className="sheet-paragraph">{withOpenPlaces(block.text)}</p>
    case 'heading':
      return <p className="sheet-heading">{block.text}</p>
    case 'list':
      return (
        <ol className="sheet-list">
          {block.items.map((item) => (
            <li key={item}>{withOpenPlaces(item)}</li>
          ))}
        </ol>
      )
    case 'form':
      return (
        <dl className="sheet-form">
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || ' '}</dd>
            </div>
          ))}
        </dl>
      )
  }
}

/** What a draft leaves open stands out: it is no statement. */
function withOpenPlaces(text: string): ReactNode {
  return text
    .split(new RegExp(`(${UNDECIDED.source})`, 'u'))
    .map((part, place) => (place % 2 === 1 ? <Undecided key={place}>{part.slice(1, -1)}</Undecided> : part))
}

export function Undecided({ children }: { children: ReactNode }) {
  return <mark className="undecided">{children}</mark>
}
