import type { DashboardMessages } from '../../../lib/i18n/dashboard-messages';
import type { ProviderAnswer } from '../../../lib/tenancy/channels/schema';
import { useText } from '../../words';

type Key = keyof DashboardMessages['channels'];

/** Providers' codes that have words of their own: what they mean and what mends them. Sources: reference §4.3, 9.6, 10.7. */
const codes: Readonly<Record<number, Key>> = {
  190: 'code_190',
  368: 'code_368',
  1003: 'code_1003',
  2200: 'code_2200',
  63007: 'code_63007',
  63015: 'code_63015',
  63016: 'code_63016',
  130429: 'code_130429',
  130472: 'code_130472',
  131026: 'code_131026',
  131030: 'code_131030',
  131031: 'code_131031',
  131037: 'code_131037',
  131042: 'code_131042',
  131047: 'code_131047',
  131048: 'code_131048',
  131049: 'code_131049',
  131050: 'code_131050',
  131056: 'code_131056',
  132001: 'code_132001',
  132015: 'code_132015',
  133010: 'code_133010',
};

const kinds: Readonly<Record<string, Key>> = {
  'rate-limited': 'kind_rate-limited',
  rejected: 'kind_rejected',
  'window-closed': 'kind_window-closed',
  unreachable: 'kind_unreachable',
  unavailable: 'kind_unavailable',
  'unknown-outcome': 'kind_unknown-outcome',
  'channel-blocked': 'kind_channel-blocked',
  'channel-archived': 'kind_channel-archived',
  expired: 'kind_expired',
  'no-address': 'kind_no-address',
  delivery: 'kind_delivery',
};

/** What a failure means and how it is mended: by the provider's code, else by its kind. */
export function useFailureWords(): (of: { code: number | null; kind: string; detail: string }) => string {
  const t = useText('channels');
  return ({ code, kind, detail }) => {
    const known = code === null ? undefined : codes[code];
    return known ? t(known) : t(kinds[kind] ?? 'kind_other', { detail });
  };
}

/** Why a provider did not do what it was asked: in words where its code has some, and in its own. */
export const Refusal = ({
  answer,
  lead,
}: {
  answer: Extract<ProviderAnswer, { ok: false }>;
  lead: (detail: string) => string;
}) => {
  const words = useFailureWords();
  const known = answer.code !== null && codes[answer.code] !== undefined;
  return (
    <div role="alert" className="text-sm text-danger">
      <p className="break-words">{lead(answer.detail)}</p>
      {known ? <p>{words({ code: answer.code, kind: 'other', detail: answer.detail })}</p> : null}
    </div>
  );
};
