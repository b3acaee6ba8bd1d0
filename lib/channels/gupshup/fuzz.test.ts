import { gupshupFixtures } from '../../testing/gupshup-fixtures';
import { gupshupConnection } from '../../testing/provider-connections';
import { mutateJson } from '../../testing/mutate-json';
import { itSurvivesSpoiltWebhooks } from '../../testing/spoilt-webhooks';
import { createGupshup } from './adapter';

const { read, split } = createGupshup();
const bodies = [...gupshupFixtures.values()];

itSurvivesSpoiltWebhooks(
  6_000,
  { read, split: (body) => split(gupshupConnection, body) },
  (seed) => mutateJson(bodies[seed % bodies.length] ?? '', seed),
  { refused: 50, left: 10 },
);
