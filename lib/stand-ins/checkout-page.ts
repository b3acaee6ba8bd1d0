const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

export type CheckoutPage = {
  title: string;
  /** Already in words: ₹500.00. */
  amount: string;
  description: string;
  /** What can still be done; none once the link is closed. */
  choices: readonly { act: string; label: string }[];
  /** Sent along with every choice. */
  fields?: Readonly<Record<string, string>>;
  note?: string;
  /** Where the choice goes; to the page itself unless said. */
  action?: string;
};

/** A plain page with one button for each thing that may happen at a checkout. Works without scripts. */
export function checkoutPage({
  title,
  amount,
  description,
  choices,
  fields = {},
  note,
  action,
}: CheckoutPage): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const buttons = choices
    .map(({ act, label }) => `<button name="act" value="${escapeHtml(act)}">${escapeHtml(label)}</button>`)
    .join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 3rem auto; padding: 0 1rem; color-scheme: light dark; }
.amount { font-size: 2rem; font-weight: 600; }
form { display: grid; gap: .75rem; margin-top: 1.5rem; }
button { font: inherit; padding: .75rem; border-radius: .5rem; border: 1px solid; cursor: pointer; }
</style></head>
<body><h1>${escapeHtml(title)}</h1>
<p class="amount">${escapeHtml(amount)}</p><p>${escapeHtml(description)}</p>
${note === undefined ? '' : `<p role="status">${escapeHtml(note)}</p>`}
<form method="post"${action === undefined ? '' : ` action="${escapeHtml(action)}"`}>${hidden}
${buttons}
</form></body></html>
`;
}
