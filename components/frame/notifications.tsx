'use client';

import { useEffect, useRef, useState } from 'react';
import { formatInstant } from '../format-instant';
import { inLanguage } from '../../lib/kernel/local-text';
import type { News } from '../../lib/reports/schema';
import { api } from '../api';
import { useLanguage, useText } from '../words';
import { useStaff } from './staff-context';
import { costWarnings, useCostAttention } from './use-cost-attention';
import { useMoneyAttention } from './use-money-attention';

const choice = 'neram-notify';

const supported = (): boolean => typeof window !== 'undefined' && 'Notification' in window;

/** Whether this browser tells of new bookings; asked for once, kept on this device alone. */
export function useNotificationChoice(): { on: boolean; possible: boolean; toggle: () => void } {
  const [on, setOn] = useState(false);
  const [possible, setPossible] = useState(false);
  useEffect(() => {
    setPossible(supported());
    setOn(supported() && Notification.permission === 'granted' && localStorage.getItem(choice) === 'on');
  }, []);
  const toggle = (): void => {
    if (on) {
      localStorage.removeItem(choice);
      setOn(false);
      return;
    }
    void Notification.requestPermission().then((permission) => {
      if (permission !== 'granted') return;
      localStorage.setItem(choice, 'on');
      setOn(true);
    });
  };
  return { on, possible, toggle };
}

async function show(title: string, body: string, tag: string, path: string): Promise<void> {
  const worker = await navigator.serviceWorker.ready;
  await worker.showNotification(title, { body, tag, icon: '/icon-192.png', data: { path } });
}

/** Several changes of one moment are asked about together. */
const gatherMs = 400;

/** Returns what to call when bookings or chats changed: it shows what is new, where this browser was asked to. */
export function useNotifications(): () => void {
  const { business, zone } = useStaff();
  const t = useText('frame');
  const language = useLanguage();
  const since = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    since.current = new Date(Date.now()).toISOString();
    return () => {
      clearTimeout(timer.current);
    };
  }, [business]);
  const money = useMoneyAttention();
  const known = useRef<number | null>(null);
  useEffect(() => {
    if (money === null) return;
    const before = known.current;
    known.current = money;
    // What was there when the page was opened is no news; the number beside the page's name shows it.
    if (before === null || money <= before || localStorage.getItem(choice) !== 'on') return;
    const title = t('moneyWanted', { count: String(money) });
    show(title, '', 'money', `/${business}/payments?tab=look`).catch(() => undefined);
  }, [business, money, t]);
  const costs = useCostAttention();
  const knownCosts = useRef<readonly string[] | null>(null);
  useEffect(() => {
    if (costs === null) return;
    const before = knownCosts.current;
    const now = costWarnings(costs);
    knownCosts.current = now;
    if (before === null || localStorage.getItem(choice) !== 'on') return;
    for (const key of now.filter((one) => !before.includes(one)))
      show(t(key), '', key, `/${business}/reports/messages`).catch(() => undefined);
  }, [business, costs, t]);
  const look = async (): Promise<void> => {
    if (since.current === null || localStorage.getItem(choice) !== 'on') return;
    const news = await api<News>(business, 'get', 'news', { query: { since: since.current } });
    since.current = news.until;
    for (const one of news.bookings) {
      const what = `${inLanguage(one.service, language)} · ${inLanguage(one.resource, language)}`;
      const when = formatInstant(language, one.startsAt, zone);
      const title = t('newBooking', { who: one.who ?? one.reference });
      await show(title, `${what}\n${when}`, one.id, `/${business}/calendar?booking=${one.id}`);
    }
    for (const one of news.chats)
      await show(t('staffWanted', { who: one.who ?? '' }), '', one.id, `/${business}/chats/${one.id}`);
  };
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // A courtesy: when it fails, the page itself still shows what is new.
      look().catch(() => undefined);
    }, gatherMs);
  };
}
