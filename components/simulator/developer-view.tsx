import { useRef, useState, type KeyboardEvent } from 'react';
import type { CustomerChange, MisbehaviourChange, PhoneAction } from '../../lib/simulator/phone-schema';
import type { Customer, Snapshot } from '../../lib/simulator/types';
import { MisbehavePanel } from './misbehave-panel';
import { OldButtons } from './old-buttons';
import { StatePanel } from './state-panel';
import { TrafficPanel } from './traffic-panel';
import { useWords } from './words';

type DeveloperViewProps = {
  snapshot: Snapshot;
  /** Whose phone is in hand. */
  customer: Customer | null;
  problem: string | null;
  onMisbehave: (change: MisbehaviourChange) => void;
  onChange: (change: CustomerChange) => void;
  onAct: (action: PhoneAction) => void;
  onReset: () => void;
};

const tabs = ['traffic', 'misbehave', 'state'] as const;
type Tab = (typeof tabs)[number];

const TabBar = ({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) => {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    onTab(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={t('developerView')}
      onKeyDown={onKeyDown}
      className="flex shrink-0 border-b border-hairline px-2"
    >
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          data-tab={each}
          aria-selected={tab === each}
          tabIndex={tab === each ? 0 : -1}
          onClick={() => onTab(each)}
          className="-mb-px h-12 border-b-2 border-transparent px-3 text-sm text-muted aria-selected:border-accent aria-selected:font-semibold aria-selected:text-accent"
        >
          {t(each)}
        </button>
      ))}
    </div>
  );
};

/** Beside the phones: what went over the wire, ways to misbehave, and the state of the phone in hand. */
export const DeveloperView = (props: DeveloperViewProps) => {
  const { snapshot, customer, problem } = props;
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>('traffic');
  return (
    <aside aria-label={t('developerView')} className="flex h-full min-w-0 flex-col bg-surface">
      <TabBar tab={tab} onTab={setTab} />
      {problem === null ? null : (
        <p role="alert" className="bg-danger-soft px-4 py-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div
        role="tabpanel"
        aria-label={t(tab)}
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto pb-6 -outline-offset-2"
      >
        {tab === 'traffic' ? <TrafficPanel snapshot={snapshot} customer={customer} /> : null}
        {tab === 'misbehave' ? (
          <>
            <MisbehavePanel now={snapshot.misbehaviour} onChange={props.onMisbehave} />
            {customer ? (
              <OldButtons customer={customer} messages={snapshot.messages} onAct={props.onAct} />
            ) : null}
          </>
        ) : null}
        {tab === 'state' && customer ? (
          <StatePanel
            customer={customer}
            messages={snapshot.messages}
            onChange={props.onChange}
            onAct={props.onAct}
            onReset={props.onReset}
          />
        ) : null}
      </div>
    </aside>
  );
};
