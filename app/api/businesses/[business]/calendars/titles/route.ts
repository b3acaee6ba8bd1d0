import { titlesBody } from '../../../../../../lib/mirrors/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { chooseTitles } from '../../../../../../lib/workflows/calendars/manage-feeds';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Chooses how much of a person other calendars show.',
    body: titlesBody,
  },
  async ({ world, scope, actor, body }) => {
    await chooseTitles({ world, scope, actor }, body.titles);
    return undefined;
  },
);
