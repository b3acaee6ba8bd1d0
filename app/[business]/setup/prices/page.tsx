import { PricesPart } from '../../../../components/setup/prices-part';

export default function PricesPage() {
  return <PricesPart />;
}
