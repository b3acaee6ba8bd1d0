import { useState } from 'react';
import type { SimulatorKey } from '../../lib/i18n/simulator-text';
import type { MisbehaviourChange } from '../../lib/simulator/phone-schema';
import type { Misbehaviour } from '../../lib/simulator/types';
import { Choice, Line, smallButton, Switch } from './panel-fields';
import { useWords } from './words';

type MisbehaveProps = { now: Misbehaviour; onChange: (change: MisbehaviourChange) => void };

type Code = { value: number; key: SimulatorKey };

const deliveryCodes: Code[] = [
  { value: 131026, key: 'codeUndeliverable' },
  { value: 131047, key: 'codeWindow' },
  { value: 131049, key: 'codeHealthy' },
];

const callCodes: Code[] = [
  { value: 131000, key: 'codeUnknown' },
  { value: 131016, key: 'codeUnavailable' },
  { value: 130429, key: 'codeRate' },
  { value: 131056, key: 'codePair' },
  { value: 190, key: 'codeToken' },
];

const delays = [0, 1_000, 3_000, 10_000] as const;
const holds = [2, 3, 5] as const;

type ArmProps = {
  label: string;
  hint: string;
  arm: string;
  codes: Code[];
  armed: { code: number } | null;
  onArm: (repeat: { code: number; times: number } | null) => void;
};

const Arm = ({ label, hint, arm, codes, armed, onArm }: ArmProps) => {
  const { t } = useWords();
  const [code, setCode] = useState(codes[0]?.value ?? 131000);
  return (
    <Line label={label} hint={armed ? t('armed', { code: String(armed.code) }) : hint}>
      <Choice
        label={label}
        value={code}
        options={codes.map((each) => ({ value: each.value, label: t(each.key) }))}
        onChange={setCode}
      />
      <button type="button" className={smallButton} onClick={() => onArm(armed ? null : { code, times: 1 })}>
        {armed ? t('disarm') : arm}
      </button>
    </Line>
  );
};

const Hold = ({ now, onChange }: MisbehaveProps) => {
  const { t } = useWords();
  const [count, setCount] = useState<number>(2);
  const holding = now.holdNext > 0;
  return (
    <Line
      label={t('outOfOrder')}
      hint={holding ? t('holding', { held: now.held, left: now.holdNext }) : t('outOfOrderHint')}
    >
      <Choice
        label={t('holdCount')}
        value={count}
        options={holds.map((value) => ({ value, label: String(value) }))}
        onChange={setCount}
      />
      <button
        type="button"
        className={smallButton}
        onClick={() => onChange({ holdNext: holding ? 0 : count })}
      >
        {holding ? t('release', { count: now.held }) : t('hold')}
      </button>
    </Line>
  );
};

const Delays = ({ now, onChange }: MisbehaveProps) => {
  const { t } = useWords();
  const options = delays.map((value) => ({
    value,
    label: value === 0 ? t('none') : t('seconds', { count: value / 1000 }),
  }));
  const row = (label: string, value: number, set: (value: number) => void) => (
    <span className="flex min-w-36 flex-1 items-center gap-2 text-sm text-muted">
      {label}
      <Choice<number> label={`${t('delays')}: ${label}`} value={value} options={options} onChange={set} />
    </span>
  );
  return (
    <Line label={t('delays')}>
      {row(t('webhookDelay'), now.webhookDelayMs, (webhookDelayMs) => onChange({ webhookDelayMs }))}
      {row(t('apiDelay'), now.apiDelayMs, (apiDelayMs) => onChange({ apiDelayMs }))}
    </Line>
  );
};

/** What networks and Meta do on bad days, on request. */
export const MisbehavePanel = ({ now, onChange }: MisbehaveProps) => {
  const { t } = useWords();
  return (
    <>
      <Switch
        label={t('sendTwice')}
        hint={t('sendTwiceHint')}
        checked={now.sendTwice}
        onChange={(sendTwice) => onChange({ sendTwice })}
      />
      <Hold now={now} onChange={onChange} />
      <Arm
        label={t('failDelivery')}
        hint={t('failDeliveryHint')}
        arm={t('failNext')}
        codes={deliveryCodes}
        armed={now.failNext}
        onArm={(failNext) => onChange({ failNext })}
      />
      <Arm
        label={t('refuseCalls')}
        hint={t('refuseCallsHint')}
        arm={t('refuseNext')}
        codes={callCodes}
        armed={now.refuseNext}
        onArm={(refuseNext) => onChange({ refuseNext })}
      />
      <Switch
        label={t('dropAnswer')}
        hint={t('dropAnswerHint')}
        checked={now.dropAnswers > 0}
        onChange={(drop) => onChange({ dropAnswers: drop ? 1 : 0 })}
      />
      <Delays now={now} onChange={onChange} />
      <Switch
        label={t('duplicateStatuses')}
        checked={now.duplicateStatuses}
        onChange={(duplicateStatuses) => onChange({ duplicateStatuses })}
      />
      <Switch
        label={t('batchStatuses')}
        checked={now.batchMs > 0}
        onChange={(batch) => onChange({ batchMs: batch ? 1_000 : 0 })}
      />
    </>
  );
};
