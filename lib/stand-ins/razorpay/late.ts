import type { Account, Link } from './account';
import { takeMoney } from './pay';

/** When money that is under way arrives: epoch seconds, or once its link takes no payment any more. */
export type Arrival = number | 'after-end';

const isOpen = ({ status }: Link): boolean => status === 'created' || status === 'partially_paid';

/** The payer has paid; the money comes later. A second one on the same link takes the first one's place. */
export function sendLate(account: Account, link: Link, arrival: Arrival): void {
  if (link.status !== 'paid') account.underWay.set(link.id, arrival);
}

/** Takes the money whose time has come, whatever has become of its link. */
export function takeArrived(account: Account, baseUrl: string): void {
  for (const [linkId, arrival] of account.underWay) {
    const link = account.links.get(linkId);
    const isDue = arrival === 'after-end' ? !link || !isOpen(link) : account.seconds() >= arrival;
    if (!isDue) continue;
    account.underWay.delete(linkId);
    if (link) takeMoney(account, baseUrl, link);
  }
}
