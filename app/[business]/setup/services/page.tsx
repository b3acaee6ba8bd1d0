import { ServicesPart } from '../../../../components/setup/services-part';

export default function ServicesPage() {
  return <ServicesPart />;
}
