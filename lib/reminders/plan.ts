import type { EpochMinute } from '../kernel/time-range';
import { minuteOfDay, zoneDays } from '../scheduling/zone';
import { afterSilence, aroundSilence } from './quiet-hours';
import type { PlannedReminder, QuietHours, RemindedBooking, ReminderRule } from './types';

/** Whoever has booked or moved just now needs no reminder for this long. */
const restMinutes = 15;

/** What is said after a visit is still worth saying two days late. */
const afterwardsMinutes = 2 * 1440;

type Plan = {
  booking: RemindedBooking;
  rules: readonly ReminderRule[];
  quiet: QuietHours | null;
  zone: string;
  now: EpochMinute;
};

/**
 * What is to be told of a booking as it stands, by its service's rules, each rule at most once, soonest first. Whole days
 * are counted on the calendar of the zone, so "a day before" is the same hour also where the clocks change in between.
 * Before-reminders lie before the start and everything outside the quiet hours. Two that the quiet hours push to the same
 * moment become one, that of the shorter lead. Who did not come is written to only by `no-show` rules, and who has come
 * gets no reminder of the start.
 */
export function planOf(plan: Plan): PlannedReminder[] {
  const planned = plan.rules.flatMap((rule) => plannedBy(plan, rule) ?? []);
  return oneEach(planned, plan.rules).sort((a, b) => a.dueAt - b.dueAt || (a.ruleId < b.ruleId ? -1 : 1));
}

function plannedBy(plan: Plan, rule: ReminderRule): PlannedReminder | null {
  const { status, startsAt, endsAt } = plan.booking;
  switch (rule.kind) {
    case 'before':
      return status === 'confirmed' ? beforeStart(plan, rule, startsAt) : null;
    case 'thanks':
    case 'follow-up':
      // Many a desk marks nobody: whoever is not marked absent counts as having come.
      return status === 'confirmed' || status === 'checked-in' || status === 'completed'
        ? afterEnd(plan, rule, shifted(endsAt, rule.minutes, plan.zone))
        : null;
    case 'no-show': {
      if (status !== 'no-show') return null;
      // Often marked hours later, and then told soon after that.
      const due = shifted(endsAt, rule.minutes, plan.zone);
      if (plan.now >= due + afterwardsMinutes) return null;
      return afterEnd(plan, rule, Math.max(due, plan.now + 1));
    }
  }
}

function beforeStart({ quiet, zone, now }: Plan, rule: ReminderRule, startsAt: EpochMinute): PlannedReminder {
  const dueAt = aroundSilence(shifted(startsAt, -rule.minutes, zone), startsAt, quiet, zone);
  return {
    ruleId: rule.id,
    kind: rule.kind,
    dueAt,
    expiresAt: startsAt,
    fresh: dueAt >= now + restMinutes,
  };
}

function afterEnd({ quiet, zone, now }: Plan, rule: ReminderRule, wanted: EpochMinute): PlannedReminder {
  const dueAt = afterSilence(wanted, quiet, zone);
  return {
    ruleId: rule.id,
    kind: rule.kind,
    dueAt,
    expiresAt: dueAt + afterwardsMinutes,
    fresh: dueAt > now,
  };
}

/** That many minutes on (or back), whole days by the calendar. */
function shifted(at: EpochMinute, minutes: number, zone: string): EpochMinute {
  if (minutes % 1440 !== 0) return at + minutes;
  const days = zoneDays(zone);
  return days.at(days.dayOf(at) + minutes / 1440, minuteOfDay(at, zone));
}

function oneEach(planned: readonly PlannedReminder[], rules: readonly ReminderRule[]): PlannedReminder[] {
  const lead = new Map(rules.map((rule) => [rule.id, rule.minutes]));
  const leadOf = ({ ruleId }: PlannedReminder): number => lead.get(ruleId) ?? 0;
  return planned.filter(
    (one) =>
      one.kind !== 'before' ||
      !planned.some(
        (other) => other.kind === 'before' && other.dueAt === one.dueAt && leadOf(other) < leadOf(one),
      ),
  );
}
