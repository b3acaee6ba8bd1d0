import type { FrontPost } from './fronts/types';
import { changeOf, type News } from './news';
import { accountEnvelope, asciiJson, envelope, signature, type NumberIdentity } from './webhook-envelope';

/** Meta's webhooks: all news in one body, signed with the app secret. Source: reference §2.2, 2.4. */
export const postsOfMeta =
  (webhook: NumberIdentity & { appSecret: string }) =>
  (news: readonly News[]): FrontPost[] => {
    const businessPhone = webhook.displayPhone.replace(/\D/g, '');
    const raw = asciiJson(
      envelope(
        webhook,
        news.map((each) => changeOf(each, businessPhone)),
      ),
    );
    return [signed(webhook, raw)];
  };

/** Meta's word of a change of the account: of a template, the number's quality, a limit. Source: reference §2.7. */
export const accountPosts = (
  webhook: NumberIdentity & { appSecret: string },
  field: string,
  value: object,
): FrontPost[] => [signed(webhook, asciiJson(accountEnvelope(webhook, field, value)))];

const signed = ({ appSecret }: { appSecret: string }, raw: string): FrontPost => ({
  raw,
  headers: {
    'Content-Type': 'application/json',
    'User-Agent': 'facebookexternalua',
    'X-Hub-Signature-256': signature(appSecret, raw),
  },
});
