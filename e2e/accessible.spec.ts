import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signInAs } from './staff';

const pages = ['/demo/calendar', '/demo/reports'];

/** WCAG 2.2 AA, as far as a machine can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const scheme of ['light', 'dark'] as const) {
  test(`every page passes axe, in Tamil, ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto('/sign-in');
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const { id, nodes } of violations)
        found.push(`${path}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
    };
    await look('/sign-in');
    await signInAs(page, 'owner', 'ta');
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await look(path);
    }
    expect(found).toEqual([]);
  });

  test(`nothing is wider than the narrowest phone, in Tamil, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await signInAs(page, 'owner', 'ta');
    const wide: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${path}: ${String(width)} px`);
    }
    expect(wide).toEqual([]);
  });
}
