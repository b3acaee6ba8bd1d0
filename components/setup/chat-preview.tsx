'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SetupDraft } from '../../lib/catalog/with-draft';
import type { Language } from '../../lib/kernel/local-text';
import type { ShownContent } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { languageOptions } from '../language-options';
import { queryKeys } from '../query-keys';
import { Skeleton } from '../ui/empty';
import { Segmented } from '../ui/segmented';
import { useLanguage, useText } from '../words';
import { PreviewBubble } from './preview-bubble';

/** An example of the chat, written by the bot itself on what stands in the form. */
export const ChatPreview = ({ draft }: { draft: SetupDraft | null }) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { business } = useStaff();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const { data, isError } = useQuery({
    queryKey: queryKeys.setup(business, 'preview', draft),
    enabled: draft !== null,
    queryFn: ({ signal }) =>
      api<Record<Language, ShownContent[]>>(business, 'post', 'setup/preview', {
        body: draft ?? {},
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label={t('preview')}>
      <h2 className="text-base font-semibold">{t('preview')}</h2>
      <p className="mb-2 text-sm text-muted">{t('previewHint')}</p>
      <Segmented
        label={t('previewLanguage')}
        value={language}
        options={languageOptions}
        onChange={setLanguage}
      />
      <div
        lang={language}
        className="mt-2 flex max-h-[70vh] flex-col gap-2 overflow-y-auto rounded-lg border border-hairline bg-chat-wallpaper p-3 font-chat"
        tabIndex={0}
        role="group"
        aria-label={t('preview')}
      >
        {data ? (
          data[language].map((content, place) => (
            <PreviewBubble key={place} content={content} first={place === 0} />
          ))
        ) : draft && !isError ? (
          <Skeleton className="h-64 w-full" />
        ) : (
          <p className="rounded bg-surface-raised p-3 text-sm text-muted">
            {isError ? frame('unreadable') : t('previewWaits')}
          </p>
        )}
      </div>
    </section>
  );
};
