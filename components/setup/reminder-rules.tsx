'use client';

import { Trash2 } from 'lucide-react';
import { formatDuration } from '../../lib/i18n/format-time';
import { mostRules, reminderSpan, type ReminderForm, type ReminderKind } from '../../lib/reminders/schema';
import { Button, IconButton } from '../ui/button';
import { CheckField } from '../ui/field';
import { useLanguage, useText } from '../words';

type Rules = ReminderForm['rules'];
type Props = { rules: Rules; onChange: (rules: Rules) => void };

const units = { minutes: 1, hours: 60, days: 1440 } as const;
type Unit = keyof typeof units;

/** The largest unit that says it in whole numbers. */
const unitOf = (minutes: number): Unit =>
  minutes % units.days === 0 ? 'days' : minutes % units.hours === 0 ? 'hours' : 'minutes';

const box =
  'min-h-11 rounded border border-hairline bg-surface-raised px-3 text-base md:min-h-9 md:text-sm aria-invalid:border-danger disabled:opacity-60';

const Lead = ({
  kind,
  minutes,
  onChange,
}: {
  kind: ReminderKind;
  minutes: number;
  onChange: (minutes: number) => void;
}) => {
  const t = useText('setup');
  const unit = unitOf(minutes);
  const { least, most } = reminderSpan[kind];
  const names: Record<Unit, string> = {
    minutes: t('unitMinutes'),
    hours: t('unitHours'),
    days: t('unitDays'),
  };
  return (
    <span className="flex items-center gap-2">
      <input
        type="number"
        min={1}
        inputMode="numeric"
        aria-label={t('reminderTime')}
        aria-invalid={minutes < least || minutes > most ? true : undefined}
        className={`${box} w-20 text-right`}
        value={minutes === 0 ? '' : minutes / units[unit]}
        onChange={(event) => {
          const typed = Number(event.target.value);
          onChange(Number.isInteger(typed) && typed > 0 ? typed * units[unit] : 0);
        }}
      />
      <select
        aria-label={t('reminderUnit')}
        className={box}
        value={unit}
        onChange={(event) => {
          const next = (Object.keys(units) as Unit[]).find((one) => one === event.target.value);
          if (next) onChange((minutes / units[unit]) * units[next]);
        }}
      >
        {(Object.keys(units) as Unit[]).map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </span>
  );
};

const usual = [1440, 120, 2880, 60, 180, 30];

/** Any number of times before the start. */
export const BeforeRules = ({ rules, onChange }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const fresh = usual.find(
    (minutes) => !rules.some((one) => one.kind === 'before' && one.minutes === minutes),
  );
  return (
    <>
      <ul className="flex flex-col gap-2">
        {rules.map((rule, place) =>
          rule.kind === 'before' ? (
            <li key={place} className="flex flex-wrap items-center gap-2">
              <Lead
                kind="before"
                minutes={rule.minutes}
                onChange={(minutes) => {
                  onChange(rules.map((one, index) => (index === place ? { ...one, minutes } : one)));
                }}
              />
              <IconButton
                label={t('removeReminder', {
                  what: t('reminderBefore', { lead: formatDuration(language, rule.minutes) }),
                })}
                onClick={() => {
                  onChange(rules.filter((_, index) => index !== place));
                }}
              >
                <Trash2 aria-hidden className="size-4 text-muted" />
              </IconButton>
            </li>
          ) : null,
        )}
      </ul>
      {rules.length < mostRules && fresh !== undefined ? (
        <Button
          className="self-start"
          onClick={() => {
            onChange([...rules, { kind: 'before', minutes: fresh }]);
          }}
        >
          {t('addReminder')}
        </Button>
      ) : null}
    </>
  );
};

const after = [
  { kind: 'thanks', minutes: 120, label: 'reminderThanks' },
  { kind: 'follow-up', minutes: 7 * 1440, label: 'reminderFollowUp' },
  { kind: 'no-show', minutes: 60, label: 'reminderNoShow' },
] as const;

/** At most one of each kind here: thanks, an invitation to come again, a word to who did not come. */
export const AfterRules = ({ rules, onChange }: Props) => {
  const t = useText('setup');
  return (
    <ul className="flex flex-col gap-4">
      {after.map(({ kind, minutes, label }) => {
        const rule = rules.find((one) => one.kind === kind);
        return (
          <li key={kind} className="flex flex-col gap-2">
            <CheckField
              label={t(label)}
              checked={rule !== undefined}
              onChange={() => {
                onChange(rule ? rules.filter((one) => one.kind !== kind) : [...rules, { kind, minutes }]);
              }}
            />
            {rule ? (
              <div className="flex flex-wrap items-center gap-2 pl-7 text-sm">
                <Lead
                  kind={kind}
                  minutes={rule.minutes}
                  onChange={(next) => {
                    onChange(rules.map((one) => (one === rule ? { ...one, minutes: next } : one)));
                  }}
                />
                {t('reminderAfterEnd')}
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
