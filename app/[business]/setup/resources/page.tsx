import { ResourcesPart } from '../../../../components/setup/resources-part';

export default function ResourcesPage() {
  return <ResourcesPart />;
}
