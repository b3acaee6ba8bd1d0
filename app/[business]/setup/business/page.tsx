import { BusinessPart } from '../../../../components/setup/business-part';

export default function BusinessPage() {
  return <BusinessPart />;
}
