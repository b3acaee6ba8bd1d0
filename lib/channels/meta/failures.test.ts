import { describe, expect, it } from 'vitest';
import type { ChannelFailureKind } from '../types';
import { errorOf, kindOfCode, kindOfRefusal, waitMsOf } from './failures';

const kinds: Record<Exclude<ChannelFailureKind, 'unknown-outcome'>, number[]> = {
  'rate-limited': [4, 80007, 80008, 130429, 131056],
  unavailable: [1, 2, 131000, 131016, 131053, 131057, 133000, 133004, 133015],
  'channel-blocked': [0, 190, 3, 10, 200, 250, 299, 33, 368, 131005, 131031, 131037, 131042, 131045, 133010],
  'window-closed': [131047],
  unreachable: [130497, 131026, 131030],
  rejected: [
    131048, 131063, 131064, 134011, 100, 130472, 131008, 131009, 131021, 131049, 131050, 131051, 131055,
    131061, 131062, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069,
    135000, 137000,
  ],
};

describe('a code', () => {
  it.each(Object.entries(kinds))('of %s says so at any HTTP status', (kind, codes) => {
    for (const code of codes) {
      expect([code, kindOfCode(code)]).toEqual([code, kind]);
      for (const status of [200, 400, 401, 403, 404, 429, 500, 503, 504])
        expect(kindOfRefusal(status, { code })).toBe(kind);
    }
  });

  it('100 about a number that is gone blocks the channel', () => {
    expect(kindOfRefusal(400, { code: 100, error_subcode: 33 })).toBe('channel-blocked');
  });
});

describe('without a known code', () => {
  it.each<[number, object | null, ChannelFailureKind]>([
    [400, { code: 987654 }, 'rejected'],
    [400, { code: 987654, is_transient: true }, 'unavailable'],
    [401, null, 'channel-blocked'],
    [403, { code: 987654 }, 'channel-blocked'],
    [404, null, 'channel-blocked'],
    [404, { code: 987654 }, 'rejected'],
    [408, null, 'unavailable'],
    [413, null, 'rejected'],
    [429, null, 'rate-limited'],
    [302, null, 'unavailable'],
    [500, { code: 987654 }, 'unavailable'],
    [502, null, 'unavailable'],
    [503, null, 'unavailable'],
    [504, null, 'unknown-outcome'],
  ])('HTTP %i with %j is %s', (status, error, kind) => {
    expect(kindOfRefusal(status, error && errorOf({ error }))).toBe(kind);
  });
});

describe('the wait', () => {
  it('is what the provider asks for, in seconds or as a date on its own clock', () => {
    expect(waitMsOf(undefined, '7', undefined)).toBe(7000);
    const date = (second: number) => `Mon, 23 Nov 2026 10:00:${second} GMT`;
    expect(waitMsOf(undefined, date(42), date(12))).toBe(30_000);
    expect(waitMsOf(131057, '120', undefined)).toBe(120_000);
  });

  it.each(['-1', 'soon', '99999999', '', 'Mon, 23 Nov 2026 10:00:12 GMT'])(
    'asked as %j is ignored',
    (value) => {
      expect(waitMsOf(undefined, value, undefined)).toBeUndefined();
    },
  );

  it('is a minute in maintenance when nobody says otherwise', () => {
    expect(waitMsOf(131057, undefined, undefined)).toBe(60_000);
  });
});
