import { cloudApiFixtures } from '../../testing/cloud-api-fixtures';
import { d360Connection } from '../../testing/provider-connections';
import { mutateJson } from '../../testing/mutate-json';
import { itSurvivesSpoiltWebhooks } from '../../testing/spoilt-webhooks';
import { createD360 } from './adapter';

const { read, split } = createD360();
const bodies = [...cloudApiFixtures.values()];

itSurvivesSpoiltWebhooks(
  3_000,
  { read, split: (body) => split(d360Connection, body) },
  (seed) => mutateJson(bodies[seed % bodies.length] ?? '', seed),
  { refused: 50, left: 10 },
);
