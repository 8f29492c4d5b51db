import { describe, expect, test } from 'vitest'
import { dayInChina, insideData, readSettings } from './settings.ts'

describe('settings from the environment', () => {
  test('nothing set: this machine only, port 3000, embedded database', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', basePath: '', databaseUrl: null, dayIsSet: false })
    expect(settings.today()).toBe(dayInChina(new Date()))
  })

  test('GONGKAI_TODAY sets the legal day', () => {
    const settings = readSettings({ GONGKAI_TODAY: '2026-03-02' })
    expect(settings.today()).toBe('2026-03-02')
    expect(settings.dayIsSet).toBe(true)
  })

  test.each([
    [{ GONGKAI_TODAY: '2026-02-30' }, 'GONGKAI_TODAY 应为'],
    [{ GONGKAI_TODAY: '2026-03-02', NODE_ENV: 'production' }, '生产环境不得设置 GONGKAI_TODAY'],
    [{ PORT: '70000' }, 'PORT 应为'],
    [{ PORT: 'http' }, 'PORT 应为'],
    [{ GONGKAI_BASE_PATH: 'zwgk' }, 'GONGKAI_BASE_PATH 应为'],
    [{ DATABASE_URL: 'mysql://somewhere' }, 'DATABASE_URL 应以'],
  ])('%o is refused by name', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message)
  })

  test('a base path loses its last slash', () => {
    expect(readSettings({ GONGKAI_BASE_PATH: '/site/zwgk/' }).basePath).toBe('/site/zwgk')
  })

  test('relative folders are meant from the project', () => {
    expect(readSettings({ GONGKAI_DATA: 'elsewhere' }, '/srv/gongkai').dataFolder).toBe('/srv/gongkai/elsewhere')
  })

  test('key and attachments lie in the data folder unless told otherwise', () => {
    const settings = readSettings({ GONGKAI_FILES: '/mnt/files' })
    expect(insideData(settings, '/srv/data')).toEqual({ keyFile: '/srv/data/key', filesFolder: '/mnt/files' })
  })

  test('the day begins at midnight in China', () => {
    expect(dayInChina(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01')
    expect(dayInChina(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  })

  test('mail: a server needs a sender and the site; without a server nothing is sent', () => {
    expect(readSettings({}).mail).toBeNull()
    const given = {
      GONGKAI_SMTP_URL: 'smtps://user:secret@mail.example.gov.cn:465',
      GONGKAI_MAIL_FROM: '信息公开 <xxgk@example.gov.cn>',
      GONGKAI_SITE_URL: 'https://www.example.gov.cn/zwgk/',
    }
    expect(readSettings(given).mail).toEqual({
      smtpUrl: given.GONGKAI_SMTP_URL,
      from: given.GONGKAI_MAIL_FROM,
      site: 'https://www.example.gov.cn/zwgk',
    })
    for (const [name, wrong] of [
      ['GONGKAI_SMTP_URL', 'mail.example.gov.cn'],
      ['GONGKAI_MAIL_FROM', ''],
      ['GONGKAI_SITE_URL', 'www.example.gov.cn'],
    ] as const)
      expect(() => readSettings({ ...given, [name]: wrong })).toThrow(name)
    expect(() => readSettings({ ...given, GONGKAI_SMTP_URL: 'mail:secret@host' })).not.toThrow('secret')
  })
})
