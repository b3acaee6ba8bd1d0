import { readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { newPhone, openSimulator } from './phone';
import { brokenScenes, dashboardScenes, outsideScenes, type Scene } from './scenes';
import { signInAs } from './staff';

/** WCAG 2.2 AA, as far as a machine can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const violations = async (builder: AxeBuilder): Promise<string[]> =>
  (await builder.analyze()).violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );

/** What reaches past the right edge of the screen and cannot be scrolled to within its own box. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && right > edge + 1 && !scrolls(element);
    });
    return [
      ...out
        .slice(0, 3)
        .map((element) => `${element.tagName} “${element.textContent.slice(0, 40)}” reaches out`),
      ...(document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : []),
    ];
  });

/** Buttons and links whose words are cut off by their own box, without dots that say so. */
const cutWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('button, a, [role=tab], label, h1, h2')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          element.clientWidth > 2 &&
          style.overflowX !== 'visible' &&
          // What only a screen reader meets.
          style.clipPath === 'none' &&
          style.textOverflow !== 'ellipsis' &&
          element.scrollWidth > element.clientWidth + 1
        );
      })
      .map((element) => `“${element.textContent.slice(0, 40)}” is cut`),
  );

/** Opens a state and looks at it; on phones also in the dark, and at the narrowest width. */
async function examine(page: Page, { path, act }: Scene, narrow: boolean): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(path);
  await expect(page.locator('h1, h2').filter({ visible: true }).first()).toBeVisible();
  await act?.(page);
  const found = await violations(new AxeBuilder({ page }).withTags(rules));
  if (narrow) {
    // Colours are tokens, the same at every width: once is enough.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const dark = await violations(new AxeBuilder({ page }).withRules(['color-contrast']));
    found.push(...dark.map((line) => `dark: ${line}`));
    const before = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 700 });
    // Charts measure themselves a moment later.
    await expect
      .poll(() => tooWide(page), { timeout: 3_000 })
      .toEqual([])
      .catch(() => undefined);
    found.push(...(await tooWide(page)), ...(await cutWords(page)));
    if (before) await page.setViewportSize(before);
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return found.map((line) => `${path}: ${line}`);
}

/** These only lead on. */
const leadOn = ['/[business]', '/welcome'];

/** Pages of which no scene shows anything. */
function pagesWithout(scenes: readonly Scene[]): string[] {
  const shown = scenes.map(({ path }) => path.split('?')[0] ?? '');
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .filter((page) => {
      const pattern = new RegExp(`^${page.replaceAll(/\[\w+\]/g, '[^/]+')}$`);
      return !leadOn.includes(page) && !shown.some((path) => pattern.test(path));
    });
}

test('every page and state passes axe in light and dark, and fits the narrowest phone, in Tamil', async ({
  page,
}, { project }) => {
  test.setTimeout(600_000);
  const narrow = project.name === 'phone';
  const found: string[] = [];
  const look = async (scenes: readonly Scene[]): Promise<void> => {
    // Dialogs are the same parts at every width, and were looked at on the phone.
    for (const scene of scenes.filter((one) => narrow || !one.act))
      found.push(...(await examine(page, scene, narrow)));
  };
  await page.goto('/sign-in');
  await page.context().addCookies([{ name: 'neram-language', value: 'ta', url: page.url() }]);
  // A chat to look at.
  await openSimulator(page, 'ta');
  const kavya = await newPhone(page, 'காவ்யா', 'ta');
  await kavya.write('வணக்கம்');
  await look(outsideScenes);
  await signInAs(page, 'owner', 'ta');
  const scenes = await dashboardScenes(page);
  await look(scenes);
  await look(brokenScenes);
  expect(found).toEqual([]);
  expect(pagesWithout([...outsideScenes, ...scenes])).toEqual([]);
});

test('a page that the role does not open says so, accessibly', async ({ page }) => {
  await signInAs(page, 'staff', 'ta');
  expect(await examine(page, { path: '/demo/reports' }, false)).toEqual([]);
});
