import { cloudApiConnection, cloudApiFixtures } from '../../testing/cloud-api-fixtures';
import { mutateJson } from '../../testing/mutate-json';
import { itSurvivesSpoiltWebhooks } from '../../testing/spoilt-webhooks';
import { cloudApi } from './adapter';

const { read, split } = cloudApi;
const bodies = [...cloudApiFixtures.values()];

itSurvivesSpoiltWebhooks(
  12_000,
  { read, split: (body) => split(cloudApiConnection, body) },
  (seed) => mutateJson(bodies[seed % bodies.length] ?? '', seed),
  { refused: 50, left: 10 },
);
