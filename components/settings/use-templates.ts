'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ShownTemplate, SubmitAnswer, TemplatesPage } from '../../lib/templates/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

export function useTemplates(first: TemplatesPage) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('templates', business),
    queryFn: ({ signal }) => api<TemplatesPage>(business, 'get', 'templates', { signal }),
    initialData: first,
  });
}

type Which = Pick<ShownTemplate, 'purpose' | 'language'>;

/** Submits, asks again, and keeps own words; says how each went. */
export function useTemplateActs(channelId: string) {
  const { business } = useStaff();
  const t = useText('templates');
  const queries = useQueryClient();
  const failed = (): void => {
    toast(t('failed'));
  };
  const onSettled = () => queries.invalidateQueries({ queryKey: queryKeys.setup('templates') });
  const submit = useMutation({
    mutationFn: (only: Which | null) =>
      api<SubmitAnswer>(business, 'post', 'templates/submit', {
        body: { channelId, ...(only && { only: { purpose: only.purpose, language: only.language } }) },
      }),
    onSuccess: ({ submitted, refused }) => {
      for (const one of refused) toast(t('refused', one));
      if (submitted > 0) toast(t('submitted', { count: submitted }));
      else if (refused.length === 0) toast(t('nothing'));
    },
    onError: failed,
    onSettled,
  });
  const sync = useMutation({
    mutationFn: () => api<unknown>(business, 'post', 'templates/sync', { body: { channelId } }),
    onSuccess: () => {
      toast(t('synced'));
    },
    onError: failed,
    onSettled,
  });
  const word = useMutation({
    mutationFn: ({ purpose, language, wording }: Which & Pick<ShownTemplate, 'wording'>) =>
      api<unknown>(business, 'put', 'templates', { body: { channelId, purpose, language, wording } }),
    onSuccess: () => {
      toast(t('saved'));
    },
    onError: failed,
    onSettled,
  });
  return { submit, sync, word };
}
