import { runStack } from './stack/run-stack';

// Children read the environment too; a production run is what `npm start` is.
Object.assign(process.env, { NODE_ENV: 'production' });
await runStack('start');
