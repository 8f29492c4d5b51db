/** A picture in the text: only which one of the edition's files it is; where it lies and how it is told follows from the file. */
import { Node } from '@tiptap/react'
import type { EditionFile } from '../../record/publication/edition-files.ts'

/** Shown in place of one that was pasted from elsewhere: it is not saved with the text. */
const NOT_HERE = '（这张图片不在本稿的附件里，不会保存）'

export const bodyPicture = (address: (id: string) => string) =>
  Node.create({
    name: 'picture',
    group: 'inline',
    inline: true,
    atom: true,
    draggable: true,
    addAttributes: () => ({
      id: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-file') ?? '',
        renderHTML: ({ id }: { id?: string }) => ({ 'data-file': id }),
      },
    }),
    parseHTML: () => [{ tag: 'img[data-file]' }],
    renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
    addNodeView:
      () =>
      ({ node: { attrs } }) => {
        const dom = document.createElement('img')
        dom.dataset['file'] = String(attrs.id)
        dom.src = address(String(attrs.id))
        dom.alt = NOT_HERE
        return { dom }
      },
  })

/** 替代文字 as it is written now. */
export function tellPictures(text: HTMLElement, pictures: readonly EditionFile[]): void {
  for (const shown of text.querySelectorAll<HTMLImageElement>('img[data-file]')) {
    const file = pictures.find(({ id }) => id === shown.dataset['file'])
    shown.alt = file ? file.alt : NOT_HERE
  }
}
