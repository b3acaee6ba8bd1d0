import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadTemplates } from '../../../../lib/workflows/templates/load-templates';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { TemplatesView } from '../../../../components/settings/templates-view';

/** The messages that may be sent at any time, and how they stand at WhatsApp. */
export default async function TemplatesPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'template.view');
  if (!staff) return <NotPermitted />;
  return <TemplatesView first={await loadTemplates(world(), staff.membership.scope)} />;
}
