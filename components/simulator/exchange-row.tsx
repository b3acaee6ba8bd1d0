import { ArrowDownLeft, ArrowUpRight, ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import { exactClock } from '../../lib/i18n/chat-stamp';
import type { Exchange } from '../../lib/simulator/types';
import { CodeBlock } from './code-block';
import { useWords } from './words';

const Outcome = ({ exchange }: { exchange: Exchange }) => {
  const { t } = useWords();
  const ended = exchange.durationMs !== null;
  const good = exchange.status !== null && exchange.status < 300;
  return (
    <span
      className={`shrink-0 text-right text-xs ${good || !ended ? 'text-muted' : 'font-semibold text-danger'}`}
    >
      {ended ? (exchange.status ?? t('noAnswer')) : t('underWay')}
      {exchange.durationMs === null ? null : (
        <span className="block">{t('milliseconds', { ms: exchange.durationMs })}</span>
      )}
    </span>
  );
};

type ExchangeRowProps = { exchange: Exchange; customerName: string | null };

/**
 * One webhook or API call; opens to what was sent and answered. Drawn again only when it changes: each message of a
 * customer brings eight of them, and hundreds are in the list.
 */
export const ExchangeRow = memo(({ exchange, customerName }: ExchangeRowProps) => {
  const { language, t } = useWords();
  const [open, setOpen] = useState(false);
  const webhook = exchange.direction === 'webhook';
  return (
    <li className="border-b border-hairline [contain-intrinsic-height:auto_53px] [content-visibility:auto]">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="group flex min-h-12 w-full items-center gap-3 px-4 py-1.5 text-left hover:bg-surface-sunken"
      >
        <ChevronRight
          size={16}
          aria-hidden="true"
          className="shrink-0 text-muted group-aria-expanded:rotate-90"
        />
        <span className={`shrink-0 ${webhook ? 'text-accent' : 'text-state-payment'}`}>
          {webhook ? (
            <ArrowUpRight size={16} aria-hidden="true" />
          ) : (
            <ArrowDownLeft size={16} aria-hidden="true" />
          )}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm leading-snug">
            {webhook ? t('webhook') : t('call')} · {exchange.label}
          </span>
          <span className="block truncate text-xs text-muted">
            {exactClock(language, exchange.at)}
            {customerName === null ? '' : ` · ${customerName}`}
          </span>
        </span>
        <Outcome exchange={exchange} />
      </button>
      {open ? (
        <div className="flex flex-col gap-2 px-4 pt-2 pb-4">
          <p className="font-mono text-xs break-all text-muted">
            {exchange.method} {exchange.path}
          </p>
          <CodeBlock title={t('request')} text={exchange.request} />
          {exchange.answer === null ? null : <CodeBlock title={t('answer')} text={exchange.answer || '—'} />}
        </div>
      ) : null}
    </li>
  );
});
ExchangeRow.displayName = 'ExchangeRow';
