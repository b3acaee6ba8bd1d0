import type { Pause } from '../repeat';
import type { PayuConnection } from '../types';
import type { Http } from '../http';

export type Desk = { connection: PayuConnection; http: Http; pause: Pause; now: () => Date };
