import { test } from '@playwright/test';
import { signInAs } from './staff';
import { startSimulator } from '../lib/simulator/server';
const number = { phoneNumberId: '700000000000001', wabaId: '800000000000001', displayPhone: '+91 44 7000 0001' };
const keys = { accessToken: 'EAAGe2etesttoken0123456789', appSecret: 'e2e-app-secret' };
test('shots', async ({ page, isMobile }) => {
  test.skip(isMobile);
  test.setTimeout(300_000);
  await signInAs(page, 'owner', 'ta');
  const { origin, port } = new URL(page.url());
  const meta = await startSimulator({ port: Number(port) + 2, connected: false, statusDelaysMs: { sent: 0, delivered: 0, read: 0 }, retryDelaysMs: [200], webhook: { ...number, ...keys, url: 'http://127.0.0.1:9' } });
  const { control } = meta;
  const shot = async (name: string, path: string, before?: () => Promise<unknown>) => {
    for (const language of ['ta', 'en'] as const) {
      await page.context().addCookies([{ name: 'neram-language', value: language, url: origin }]);
      for (const [w, h, n] of [[390, 844, 'phone'], [1440, 900, 'desk']] as const) {
        await page.setViewportSize({ width: w, height: h });
        await page.goto(path);
        await page.waitForTimeout(700);
        await before?.();
        await page.screenshot({ path: `/tmp/shots/${name}-${language}-${n}.png`, fullPage: true });
      }
    }
  };
  try {
    await shot('new', '/demo/settings/channels/new');
    const post = (path: string, data?: object, method: 'post' | 'put' = 'post') => page.evaluate(async ([path, data, method]) => {
      const r = await fetch(`/api/businesses/demo/${path}`, { method: String(method).toUpperCase(), headers: { 'content-type': 'application/json' }, ...(data ? { body: JSON.stringify(data) } : {}) });
      return r.text();
    }, [path, data, method] as const);
    const form = { provider: 'cloud-api', phoneNumberId: number.phoneNumberId, wabaId: number.wabaId, ...keys };
    control.changeStanding({ token: { type: 'USER', expiresAt: Math.floor(Date.now() / 1000) + 86_000, scopes: ['whatsapp_business_messaging'] }, tier: 'TIER_250', quality: 'YELLOW', otherApps: ['Old bot'] });
    const { id } = JSON.parse(await post('channels', form)) as { id: string };
    await shot('keys', `/demo/settings/channels/${id}`);
    control.changeStanding({ token: { type: 'USER', expiresAt: Math.floor(Date.now() / 1000) + 86_000, scopes: ['whatsapp_business_messaging', 'whatsapp_business_management'] } });
    await post(`channels/${id}/check`);
    await shot('callback', `/demo/settings/channels/${id}`);
    await post(`channels/${id}/webhook`);
    await shot('test', `/demo/settings/channels/${id}`);
    await shot('list', `/demo/settings/channels`);
    const owner = control.createCustomer({ name: 'Owner', identity: 'phone', waId: '919876512399' });
    control.act(owner.id, { type: 'text', body: 'Hi' });
    await page.waitForTimeout(3000);
    control.misbehave({ failNext: { code: 131049, times: 1 } });
    control.act(owner.id, { type: 'text', body: 'menu' });
    await page.waitForTimeout(3000);
    control.tellOfAccount('account_update', { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } });
    control.tellOfAccount('phone_number_name_update', { display_phone_number: '914470000001', decision: 'APPROVED' });
    await page.waitForTimeout(3000);
    await shot('health', `/demo/settings/channels/${id}`);
  } finally { await meta.close(); }
});
