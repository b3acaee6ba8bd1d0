import { createHmac } from 'node:crypto';

export type SimulatorCredentials = { accessToken: string; appSecret: string; verifyToken: string };

/** The one business number the simulator plays. */
export const simulatorNumber = {
  phoneNumberId: '100000000000001',
  wabaId: '200000000000001',
  displayPhone: '+91 44 4000 0001',
} as const;

/**
 * Derives the simulator's token and secrets from NERAM_SECRET, so that web, worker, seed and simulator agree
 * without storing or passing anything. One way: none of the three reveals the secret or another one.
 */
export const simulatorCredentials = (secret: string): SimulatorCredentials => {
  const derive = (purpose: string): string =>
    createHmac('sha256', secret).update(`neram simulator ${purpose}`).digest('hex');
  return {
    accessToken: `SIM${derive('access token')}`,
    appSecret: derive('app secret'),
    verifyToken: derive('verify token'),
  };
};
