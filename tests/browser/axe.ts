/** What axe finds on a page, as a person mending it wants to read it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * By all rules, or by those named: the ones that depend on how a page is shown, where all have judged it already.
 * Judged within the page: by default axe opens a second page for every judgement, for the sake of foreign frames. There
 * are none here, and it takes twice as long; so does naming every place where all is well.
 */
export async function axeFindings(page: Page, only: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (only.length > 0 ? axe.withRules([...only]) : axe).analyze()
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target, html, failureSummary }) => `${target.join(' ')} ${html.slice(0, 120)} ${failureSummary}`)
    return `${id}: ${places.join('; ')}`
  })
}
