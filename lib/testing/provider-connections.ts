import type { ConnectionTo } from '../channels/types';
import { cloudApiConnection } from './cloud-api-fixtures';

const { apiVersion, phoneNumberId, wabaId } = cloudApiConnection;

/** The channels whose number the fixtures were written to, at the other providers. */
export const d360Connection: ConnectionTo<'d360'> = {
  provider: 'd360',
  apiUrl: 'http://127.0.0.1:9',
  apiVersion,
  phoneNumberId,
  wabaId,
  displayPhone: '+914423456789',
  webhookUrl: 'https://neram.example/api/webhooks/d360/demo',
  apiKey: 'd360testkey0123456789',
  webhookSecret: 'd360testwebhooksecret',
};

export const gupshupConnection: ConnectionTo<'gupshup'> = {
  provider: 'gupshup',
  apiUrl: 'http://127.0.0.1:9',
  apiVersion,
  phoneNumberId: '914423456789',
  wabaId: null,
  displayPhone: '+914423456789',
  webhookUrl: 'https://neram.example/api/webhooks/gupshup/demo?token=gupshuptestwebhooktoken',
  apiKey: 'gupshuptestkey0123456789',
  appName: 'Arena',
  appId: '5d2f0d8e-1111-4222-8333-00000000a001',
  webhookToken: 'gupshuptestwebhooktoken',
};
