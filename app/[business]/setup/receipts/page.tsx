import { ReceiptsPart } from '../../../../components/setup/receipts-part';

export default function ReceiptsPage() {
  return <ReceiptsPart />;
}
