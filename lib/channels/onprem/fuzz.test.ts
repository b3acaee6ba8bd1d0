import { mutateJson } from '../../testing/mutate-json';
import { onpremFixtures } from '../../testing/onprem-fixtures';
import { itSurvivesSpoiltWebhooks } from '../../testing/spoilt-webhooks';
import { read } from '../meta/read';
import { split } from './split';

const bodies = [...onpremFixtures.values()];

itSurvivesSpoiltWebhooks(6_000, { read, split }, (seed) =>
  mutateJson(bodies[seed % bodies.length] ?? '', seed),
);
