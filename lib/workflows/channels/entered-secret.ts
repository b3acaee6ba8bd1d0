import type { ChannelConnection } from '../../channels/types';

/** What has to be entered at the provider beside the address: Meta's verify token, or the header that it sends us. */
export type EnteredSecret = { kind: 'verify-token' | 'header'; value: string };

/** The secret of ours that a channel's provider is given with the address; null where the address is all it takes. */
export function enteredSecret(connection: ChannelConnection): EnteredSecret | null {
  switch (connection.provider) {
    case 'cloud-api':
    case 'simulator':
      return { kind: 'verify-token', value: connection.verifyToken };
    case 'd360':
      return { kind: 'header', value: `Bearer ${connection.webhookSecret}` };
    case 'twilio':
    case 'gupshup':
    case 'onprem':
      return null;
  }
}
