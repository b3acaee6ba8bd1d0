'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { FailedJob, FailedJobs } from '../../lib/operations/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Dialog } from '../ui/dialog';
import { Empty } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { isKnownJob, jobKeys } from './job-words';
import { useFailedJobs, useJobAct } from './use-failed-jobs';

/** What the background process could not do: why, since when, and what staff may do about it. */
export const FailedJobsView = ({ first }: { first: FailedJobs }) => {
  const t = useText('operations');
  const { data } = useFailedJobs(first);
  if (data.jobs.length === 0) return <Empty title={t('noJobs')} hint={t('noJobsHint')} />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t('jobsLead')}</p>
      <ul className="border-b border-hairline">
        {data.jobs.map((job) => (
          <Row key={job.id} job={job} />
        ))}
      </ul>
    </div>
  );
};

const Row = ({ job }: { job: FailedJob }) => {
  const t = useText('operations');
  const language = useLanguage();
  const { zone, business } = useStaff();
  const [asking, setAsking] = useState(false);
  const acting = useJobAct(job.id);
  const stamp = (at: string): string => formatInstant(language, at, zone);
  const title = isKnownJob(job.name) ? t(jobKeys[job.name]) : job.name;
  return (
    <li className="flex flex-col gap-2 border-t border-hairline py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-base font-semibold">{title}</h2>
        <span className={cn('text-sm', job.state === 'given-up' ? 'text-danger' : 'text-muted')}>
          {t(job.state === 'given-up' ? 'givenUp' : 'retrying')}
        </span>
      </div>
      <p className="text-sm">{t(`why_${job.why}`)}</p>
      <p className="text-sm text-muted">
        {t('tried', { count: job.tries, since: stamp(job.since) })}{' '}
        {job.nextAt ? t('nextTry', { at: stamp(job.nextAt) }) : t('lastTry', { at: stamp(job.triedAt) })}
      </p>
      <details className="group text-sm">
        <summary className="-ml-1 flex min-h-11 cursor-pointer list-none items-center gap-1 text-muted md:min-h-8">
          <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
          {t('details')}
        </summary>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 pb-2 pl-4 text-xs">
          {job.about.map(({ field, value }) => (
            <div key={field} className="contents">
              <dt className="text-muted">{field}</dt>
              <dd className="font-mono break-all">{value}</dd>
            </div>
          ))}
          {job.detail ? (
            <div className="contents">
              <dt className="text-muted">{t('said')}</dt>
              <dd className="break-words">{job.detail}</dd>
            </div>
          ) : null}
        </dl>
      </details>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={acting.isPending && acting.variables === 'retry'}
          onClick={() => {
            acting.mutate('retry');
          }}
        >
          {t('retry')}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('discard')}
        </Button>
        {job.threadId ? (
          <Link
            href={`/${business}/chats/${job.threadId}`}
            className="inline-flex min-h-11 items-center px-3 text-sm text-accent underline-offset-4 hover:underline md:min-h-9"
          >
            {t('openChat')}
          </Link>
        ) : null}
      </div>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('discardTitle')}
        lead={title}
        actions={
          <>
            <Button
              onClick={() => {
                setAsking(false);
              }}
            >
              {t('keepJob')}
            </Button>
            <Button
              look="danger"
              busy={acting.isPending}
              onClick={() => {
                acting.mutate('discard', {
                  onSettled: () => {
                    setAsking(false);
                  },
                });
              }}
            >
              {t('discardYes')}
            </Button>
          </>
        }
      >
        <p className="text-sm">{t('discardHint')}</p>
      </Dialog>
    </li>
  );
};
