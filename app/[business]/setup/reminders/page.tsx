import { RemindersPart } from '../../../../components/setup/reminders-part';

export default function RemindersPage() {
  return <RemindersPart />;
}
