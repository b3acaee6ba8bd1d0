import type { DashboardMessages } from '../../../lib/i18n/dashboard-messages';
import type { OfferedProvider } from '../../../lib/messaging/providers';
import { useText } from '../../words';
import { PlacePath } from './place-path';
import { RoutePicture } from './route-picture';

type Key = keyof DashboardMessages['channels'];
type Line = { text: Key; path: string };

/** What has to be there before there are keys, and where it is made. Paths are in the words of the provider's own pages. */
const lines: Record<OfferedProvider, readonly Line[]> = {
  'cloud-api': [
    { text: 'create_cloud-api_1', path: 'developers.facebook.com › My Apps › Create App' },
    { text: 'create_cloud-api_2', path: 'App › WhatsApp › API Setup' },
    { text: 'create_cloud-api_3', path: 'Business settings › Users › System users › Add' },
    { text: 'create_cloud-api_4', path: 'System user › Generate token › Never' },
    { text: 'create_cloud-api_5', path: 'App › App Mode › Live' },
  ],
  d360: [
    { text: 'create_d360_1', path: 'hub.360dialog.com › Add number' },
    { text: 'create_d360_2', path: 'Hub › Number › API key' },
  ],
  twilio: [
    { text: 'create_twilio_1', path: 'Console › Messaging › Senders › WhatsApp senders' },
    { text: 'create_twilio_2', path: 'Console › Account › API keys & tokens' },
  ],
  gupshup: [
    { text: 'create_gupshup_1', path: 'gupshup.io › Dashboard › Create app' },
    { text: 'create_gupshup_2', path: 'App › Settings' },
  ],
  onprem: [
    { text: 'create_onprem_1', path: 'coreapp + webapp › /v1/health' },
    { text: 'create_onprem_2', path: '/v1/users' },
  ],
};

/** The first step: what to create at the provider. */
export const CreatePart = ({ provider }: { provider: OfferedProvider }) => {
  const t = useText('channels');
  return (
    <div className="flex flex-col gap-4">
      <RoutePicture provider={provider} part="provider" />
      <ol className="flex list-decimal flex-col gap-3 pl-5 text-sm marker:text-muted">
        {lines[provider].map(({ text, path }) => (
          <li key={text}>
            {t(text)}
            <PlacePath path={path} />
          </li>
        ))}
      </ol>
    </div>
  );
};

const permanent = ['perm_1', 'perm_2', 'perm_3', 'perm_4', 'perm_5'] as const;

/** How to make a token that does not end. */
export const PermanentToken = () => {
  const t = useText('channels');
  return (
    <details className="rounded border border-hairline px-4 text-sm">
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">{t('permTitle')}</summary>
      <ol className="flex list-decimal flex-col gap-2 pb-4 pl-5 marker:text-muted">
        {permanent.map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ol>
    </details>
  );
};
