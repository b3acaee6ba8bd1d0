import { HoursPart } from '../../../../components/setup/hours-part';

export default function HoursPage() {
  return <HoursPart />;
}
