import type { WhatsAppAddresses } from '../workflows/open-world';

/** Addresses where no WhatsApp provider answers; but for the Cloud API's, where a test has one. */
export const noProviders = (cloudApiUrl = 'http://127.0.0.1:9'): WhatsAppAddresses => ({
  cloudApiUrl,
  apiVersion: 'v26.0',
  d360Url: 'http://127.0.0.1:9',
  twilioUrl: 'http://127.0.0.1:9',
  gupshupUrl: 'http://127.0.0.1:9',
  onpremUrl: null,
});
