import { type CheckoutPage, checkoutPage } from '../checkout-page';
import type { Account, Link } from './account';
import { checkoutWords, type Language } from './checkout-words';
import { sendLate, takeArrived } from './late';
import { expireDueLinks, getLink } from './links';
import { failPayment, returnAddress, takeMoney } from './pay';

export type CheckoutAnswer = { status: 200; html: string } | { status: 303; location: string };

/** A link's page: whose it is, where it stands, and how it is read. */
export type Desk = { account: Account; baseUrl: string; language: Language };

const mishaps = ['fail-then-pay', 'pay-twice', 'pay-less', 'pay-more'] as const;
const delaysSeconds = [10, 60, 300];
const afterEnd = 'after-end';

/** The page behind a link's address. */
export function showCheckout(desk: Desk, linkId: string): CheckoutAnswer {
  catchUp(desk);
  return page(desk, getLink(desk.account, linkId));
}

function catchUp({ account, baseUrl }: Desk): void {
  expireDueLinks(account, baseUrl);
  takeArrived(account, baseUrl);
}

const isOpen = ({ status }: Link): boolean => status === 'created' || status === 'partially_paid';

function page(desk: Desk, link: Link, failed = false): CheckoutAnswer {
  const words = checkoutWords[desk.language];
  const amount = `₹${(link.amount / 100).toFixed(2)}`;
  const note = noteOf(desk, link) ?? (failed ? words.failed : undefined);
  const back = backOf(desk.account, link);
  return {
    status: 200,
    html: checkoutPage({
      ...frame(desk.language),
      amount,
      description: link.description,
      ...(note === undefined ? {} : { note }),
      ...(back === null ? {} : { back: { href: back, label: words.back } }),
      ...(desk.account.underWay.has(link.id) ? { refreshSeconds: 5 } : {}),
      ...choicesOf(desk, link, amount),
    }),
  };
}

function choicesOf(
  { account, language }: Desk,
  link: Link,
  amount: string,
): Pick<CheckoutPage, 'choices' | 'mishaps' | 'later'> {
  const words = checkoutWords[language];
  if (account.underWay.has(link.id) || link.status === 'paid') return { choices: [] };
  if (!isOpen(link)) return { choices: [{ act: 'pay-late', label: words.letThrough }] };
  return {
    choices: [
      { act: 'pay', label: words.pay(amount) },
      { act: 'fail', label: words.fail },
    ],
    mishaps: { heading: words.mishaps, choices: mishaps.map((act) => ({ act, label: words[act] })) },
    later: {
      act: 'pay-later',
      label: words.payLater,
      heading: words.later,
      name: 'after',
      options: [
        ...delaysSeconds.map((each) => ({ value: String(each), label: words.inSeconds(each) })),
        { value: afterEnd, label: words.afterEnd },
      ],
    },
  };
}

function noteOf({ account, language }: Desk, link: Link): string | undefined {
  const words = checkoutWords[language];
  const arrival = account.underWay.get(link.id);
  if (arrival === 'after-end') return words.underWayAfterEnd;
  if (arrival !== undefined) return words.underWay(Math.max(1, arrival - account.seconds()));
  return link.status === 'created' ? undefined : words.status[link.status];
}

/** Where a payer goes on who has paid. */
function backOf(account: Account, link: Link): string | null {
  const paid = account.paymentsOf(link.id).find(({ status }) => status === 'captured');
  return paid ? returnAddress(account, link, paid) : null;
}

/** Who can be asked for what: the page of a link that nobody knows. */
export const unknownLink = (language: Language): string =>
  checkoutPage({ ...frame(language), description: checkoutWords[language].unknown, choices: [] });

function frame(language: Language): Pick<CheckoutPage, 'title' | 'language' | 'warning' | 'otherLanguage'> {
  const { title, warning, language: name } = checkoutWords[language];
  return {
    title,
    language,
    warning,
    otherLanguage: { href: `?lang=${language === 'en' ? 'ta' : 'en'}`, name },
  };
}

/** Does what the payer chose. A second click on "Pay" takes nothing and shows the paid page. */
export function actAtCheckout(desk: Desk, linkId: string, chosen: URLSearchParams): CheckoutAnswer {
  catchUp(desk);
  const { account, baseUrl } = desk;
  const act = chosen.get('act') ?? '';
  const link = getLink(account, linkId);
  const open = isOpen(link);
  if (!open && act !== 'pay-late') return page(desk, link);
  if (act === 'fail') {
    failPayment(account, link);
    return page(desk, link, true);
  }
  if (act === 'pay-later') {
    const after = chosen.get('after');
    const seconds = delaysSeconds.find((each) => String(each) === after);
    sendLate(account, link, seconds === undefined ? afterEnd : account.seconds() + seconds);
    return page(desk, link);
  }
  const amountPaise = link.amount + ({ 'pay-less': -100, 'pay-more': 100 }[act] ?? 0);
  const retry = act === 'fail-then-pay' ? { retryOf: failPayment(account, link).id } : {};
  const payment = takeMoney(account, baseUrl, link, { amountPaise, ...retry });
  if (act === 'pay-twice') takeMoney(account, baseUrl, link, { amountPaise });
  const location = payment && open ? returnAddress(account, link, payment) : null;
  return location === null ? page(desk, link) : { status: 303, location };
}
