import { ClosuresPart } from '../../../../components/setup/closures-part';

export default function ClosuresPage() {
  return <ClosuresPart />;
}
