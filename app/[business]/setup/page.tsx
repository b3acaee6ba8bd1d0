import { Overview } from '../../../components/setup/overview';

export default function OverviewPage() {
  return <Overview />;
}
