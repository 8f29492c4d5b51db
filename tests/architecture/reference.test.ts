/** docs/reference says what the code says, and the links of the documents lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { referencePages } from '../../scripts/reference/pages.ts'

const FOLDER = 'docs/reference'

describe('docs/reference', () => {
  test.each([...referencePages()])('%s is current (else: npm run reference)', (name, text) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text)
  })

  test('there are no other pages', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...referencePages().keys()].sort())
  })
})

describe('the documents', () => {
  const documents = [
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...['docs', 'decisions'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    ),
  ].filter((path) => path.endsWith('.md'))

  /** GitHub's anchors: lower case, blanks as hyphens, punctuation gone. */
  const anchorsOf = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    )

  const links = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => ({ file, target }))
      .filter(({ target }) => !/^[a-z]+:/.test(target)),
  )

  test('both READMEs point to the same things, in the same order', () => {
    const targets = (readme: string) =>
      links.filter(({ file }) => file === readme).flatMap(({ target }) => (target.startsWith('README') ? [] : [target]))
    expect(targets('README.zh-CN.md')).toEqual(targets('README.md'))
  })

  test('link to each other', () => {
    expect(links.length).toBeGreaterThan(50)
  })

  test('have no link that leads nowhere', () => {
    const dead = links.filter(({ file, target }) => {
      const [path = '', anchor] = target.split('#')
      const aimed = path === '' ? file : join(dirname(file), path)
      if (!existsSync(aimed)) return true
      return anchor !== undefined && !anchorsOf(aimed).includes(decodeURIComponent(anchor))
    })
    expect(dead).toEqual([])
  })
})
