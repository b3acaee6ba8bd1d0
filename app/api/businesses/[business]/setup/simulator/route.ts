import { AppError } from '../../../../../../lib/kernel/app-error';
import { simulatorUrl } from '../../../../../../lib/web/simulator-proxy';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { simulatorAccess } from '../../../../../../lib/web/world';
import { tryInSimulator } from '../../../../../../lib/workflows/setup/try-in-simulator';

export const POST = staffRoute(
  { permission: 'people.change', summary: 'Lets the simulator’s phones write to this business.' },
  async (editor) => {
    if (simulatorUrl() === null) throw new AppError('not-found', 'The simulator is switched off.');
    await tryInSimulator(editor, simulatorAccess());
    return undefined;
  },
);
