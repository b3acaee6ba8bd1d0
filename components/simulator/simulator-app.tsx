'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Language } from '../../lib/kernel/local-text';
import type { Theme } from '../../lib/kernel/preferences';
import type { Snapshot } from '../../lib/simulator/types';
import './chat.css';
import { CustomerBar } from './customer-bar';
import { DeveloperView } from './developer-view';
import { NewCustomerDialog } from './new-customer-dialog';
import { Phone } from './phone';
import { changeCustomer, misbehave, reasonOf, resetSimulator, sendAction } from './simulator-client';
import { chatOf } from './simulator-state';
import { TopBar } from './top-bar';
import { usePreferences } from './use-preferences';
import { useShownPhones, type ShownPhones } from './use-shown-phones';
import { useSimulator, type SimulatorHandle } from './use-simulator';
import { useWidth } from './use-width';
import { useWords, WordsProvider } from './words';

/** On a wide screen the developer's view stands beside the phones from the start. */
const wideScreen = '(min-width: 1024px)';

const PhonesSkeleton = ({ text }: { text: string }) => (
  <div className="flex h-full flex-col" role="status">
    <div className="h-15 border-b border-chat-line bg-chat-header" />
    <div className="chat-wallpaper flex flex-1 justify-center pt-10">
      <p className="bubble h-fit bg-chat-chip px-4 py-2 text-sm text-chat-meta">{text}</p>
    </div>
  </div>
);

type PhonesProps = { simulator: SimulatorHandle; snapshot: Snapshot; phones: ShownPhones };

const Phones = ({ simulator, snapshot, phones }: PhonesProps) => (
  <div className="flex h-full md:justify-center md:gap-4 md:p-4">
    {phones.shown.map((customer) => (
      <div
        key={customer.id}
        onPointerDownCapture={() => phones.show(customer.id)}
        className="h-full min-w-0 flex-1 overflow-hidden bg-chat-wallpaper md:max-w-110 md:rounded-2xl md:border md:border-hairline"
      >
        <div className="flex h-full flex-col">
          {phones.shown.length > 1 ? (
            <div
              className={`flex h-8 shrink-0 items-center justify-center bg-surface-sunken text-xs ${customer.id === phones.inHand?.id ? 'font-semibold text-accent' : 'text-muted'}`}
            >
              {customer.name}
            </div>
          ) : null}
          <div className="min-h-0 flex-1">
            <Phone
              customer={customer}
              messages={chatOf(simulator.state, customer)}
              businessName={snapshot.business.name}
              simulator={simulator}
              onReact={(messageId, emoji) =>
                void sendAction(customer.id, { type: 'reaction', messageId, emoji }).catch(() => undefined)
              }
            />
          </div>
        </div>
      </div>
    ))}
  </div>
);

const Lost = () => {
  const { t } = useWords();
  return (
    <p
      role="alert"
      className="absolute inset-x-0 top-0 z-40 bg-danger-soft px-4 py-2 text-center text-sm text-danger shadow-md"
    >
      {t('lost')}
    </p>
  );
};

const Developer = ({ snapshot, phones }: { snapshot: Snapshot; phones: ShownPhones }) => {
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const customer = phones.inHand;
  const run = useCallback(
    (doing: Promise<void>): void => {
      setProblem(null);
      doing.catch((error: unknown) => setProblem(t('actionFailed', { reason: reasonOf(error) })));
    },
    [t],
  );
  return (
    <DeveloperView
      snapshot={snapshot}
      customer={customer}
      problem={problem}
      onMisbehave={(change) => run(misbehave(change))}
      onChange={(change) => (customer ? run(changeCustomer(customer.id, change)) : undefined)}
      onAct={(action) => (customer ? run(sendAction(customer.id, action)) : undefined)}
      onReset={() => run(resetSimulator())}
    />
  );
};

const Body = ({ preferences }: { preferences: ReturnType<typeof usePreferences> }) => {
  const { t } = useWords();
  const simulator = useSimulator();
  const [developer, setDeveloper] = useState(false);
  const [adding, setAdding] = useState(false);
  const [stage, width] = useWidth<HTMLDivElement>();
  const { snapshot, connection } = simulator.state;
  const phones = useShownPhones(width === 0 ? [] : (snapshot?.customers ?? []), width);
  useEffect(() => setDeveloper(matchMedia(wideScreen).matches), []);
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-surface-sunken">
      <TopBar preferences={preferences} developer={developer} onDeveloper={setDeveloper} />
      <CustomerBar
        customers={snapshot?.customers ?? []}
        shown={phones.shown.map((each) => each.id)}
        onShow={phones.show}
        onNew={() => setAdding(true)}
      />
      <main className="relative flex min-h-0 flex-1">
        {connection === 'lost' ? <Lost /> : null}
        <div ref={stage} className={`min-w-0 flex-1 ${developer ? 'hidden lg:block' : ''}`}>
          {snapshot ? (
            <Phones simulator={simulator} snapshot={snapshot} phones={phones} />
          ) : (
            <PhonesSkeleton text={t('connecting')} />
          )}
        </div>
        {developer && snapshot ? (
          <div className="w-full min-w-0 border-hairline lg:w-105 lg:shrink-0 lg:border-l">
            <Developer snapshot={snapshot} phones={phones} />
          </div>
        ) : null}
      </main>
      {adding ? (
        <NewCustomerDialog
          onClose={() => setAdding(false)}
          onCreated={(customer) => {
            setAdding(false);
            phones.show(customer.id);
          }}
        />
      ) : null}
    </div>
  );
};

/** The simulator page: customers' phones, and the developer's view beside them. */
export const SimulatorApp = (given: { language: Language; theme: Theme }) => {
  const preferences = usePreferences(given);
  return (
    <WordsProvider language={preferences.language}>
      <Body preferences={preferences} />
    </WordsProvider>
  );
};
