import { tamilFontFile } from './tamil-font';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

export type Choice = { act: string; label: string };

export type CheckoutPage = {
  title: string;
  language?: 'en' | 'ta';
  /** Another language to read it in. */
  otherLanguage?: { href: string; name: string };
  /** Says on every page what this is. */
  warning?: string;
  /** Already in words: ₹500.00. */
  amount?: string;
  description: string;
  /** What can still be done; none once the link is closed. The first is the one to be expected. */
  choices: readonly Choice[];
  /** What a payer does not choose, but may run into. */
  mishaps?: { heading: string; choices: readonly Choice[] };
  /** A choice with one of several moments. */
  later?: Choice & { heading: string; name: string; options: readonly { value: string; label: string }[] };
  /** Sent along with every choice. */
  fields?: Readonly<Record<string, string>>;
  note?: string;
  back?: { href: string; label: string };
  /** Where the choice goes; to the page itself unless said. */
  action?: string;
  /** Looks again by itself. */
  refreshSeconds?: number;
};

const style = `
@font-face { font-family: "Tamil letters"; src: local("Noto Sans Tamil"), url(${tamilFontFile}) format("woff2"); font-weight: 100 900; unicode-range: U+0B80-0BFF, U+200C-200D, U+25CC; }
:root { color-scheme: light dark; --line: light-dark(#d9dee3, #3a4149); --quiet: light-dark(#57606a, #9aa4af); --ink: light-dark(#16191d, #f0f3f6); --page: light-dark(#f5f7f9, #0f1215); --sheet: light-dark(#fff, #191d22); --strong: light-dark(#11694f, #3ecf9a); --on-strong: light-dark(#fff, #04231a); --warn: light-dark(#fff3d6, #3a2d0c); --on-warn: light-dark(#5c4100, #ffdf94); }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; font: 1rem/1.5 "Tamil letters", system-ui, sans-serif; color: var(--ink); background: var(--page); overflow-wrap: anywhere; }
main { max-width: 26rem; margin: 0 auto; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; min-height: 2.75rem; }
h1 { font-size: 1rem; margin: 0; } h2 { font-size: .875rem; font-weight: 600; color: var(--quiet); margin: 0; }
a { color: var(--strong); padding: .625rem 0; }
header a { white-space: nowrap; }
select { margin-top: .5rem; }
.warning { margin: .5rem 0 1rem; padding: .75rem 1rem; border-radius: .75rem; background: var(--warn); color: var(--on-warn); font-weight: 500; }
.sheet { padding: 1.25rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--sheet); }
.amount { font-size: 2.25rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; margin: 0; }
.description { margin: .25rem 0 0; color: var(--quiet); }
main .sheet > a { display: inline-block; margin-top: .75rem; }
.note { margin: 1rem 0 0; padding: .75rem 1rem; border-radius: .75rem; border: 1px solid var(--line); }
form { display: grid; gap: .625rem; margin-top: 1.25rem; }
button, select { font: inherit; color: inherit; min-height: 2.75rem; padding: .5rem 1rem; border-radius: .625rem; border: 1px solid var(--line); background: transparent; width: 100%; }
button { cursor: pointer; text-align: start; } button:hover { border-color: var(--quiet); }
button.first { background: var(--strong); border-color: transparent; color: var(--on-strong); font-weight: 600; min-height: 3rem; text-align: center; }
button.second { text-align: center; }
:focus-visible { outline: 2px solid var(--strong); outline-offset: 2px; }
section { display: grid; gap: .625rem; margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
`;

const button = ({ act, label }: Choice, kind = ''): string =>
  `<button name="act" value="${escapeHtml(act)}"${kind === '' ? '' : ` class="${kind}"`}>${escapeHtml(label)}</button>`;

const paragraph = (kind: string, text: string | undefined, role = ''): string =>
  text === undefined ? '' : `<p class="${kind}"${role}>${escapeHtml(text)}</p>`;

const link = (to: { href: string; text: string } | undefined, more = ''): string =>
  to ? `<a href="${escapeHtml(to.href)}"${more}>${escapeHtml(to.text)}</a>` : '';

function mishapsOf({ mishaps }: CheckoutPage): string {
  if (!mishaps) return '';
  return `<section><h2>${escapeHtml(mishaps.heading)}</h2>${mishaps.choices.map((each) => button(each)).join('\n')}</section>`;
}

function laterOf({ later }: CheckoutPage): string {
  if (!later) return '';
  const options = later.options
    .map(({ value, label }) => `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`)
    .join('');
  return `<section><label><h2>${escapeHtml(later.heading)}</h2>
<select name="${escapeHtml(later.name)}">${options}</select></label>${button(later, 'second')}</section>`;
}

function formOf(page: CheckoutPage): string {
  const { choices, fields = {}, action } = page;
  if (choices.length === 0) return '';
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const buttons = choices.map((each, at) => button(each, at === 0 ? 'first' : 'second')).join('\n');
  return `<form method="post"${action === undefined ? '' : ` action="${escapeHtml(action)}"`}>${hidden}
${buttons}
${mishapsOf(page)}${laterOf(page)}
</form>`;
}

/** A page with one button for each thing that may happen at a checkout. Works without scripts. */
export function checkoutPage(page: CheckoutPage): string {
  const { title, language = 'en', otherLanguage: other, back, refreshSeconds } = page;
  const refresh =
    refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${String(refreshSeconds)}">`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${refresh}
<title>${escapeHtml(title)}</title>
<style>${style}</style></head>
<body><main><header><h1>${escapeHtml(title)}</h1>${link(other && { href: other.href, text: other.name })}</header>
${paragraph('warning', page.warning)}
<div class="sheet">${paragraph('amount', page.amount)}${paragraph('description', page.description)}
${paragraph('note', page.note, ' role="status"')}
${link(back && { href: back.href, text: back.label })}
${formOf(page)}
</div></main></body></html>
`;
}
