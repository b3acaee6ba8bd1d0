import pino, { type DestinationStream, type Logger } from 'pino';
import { masked, maskText } from './log-mask';

/**
 * JSON lines on standard output. Secrets are cut out and phone numbers keep only their last four digits, wherever
 * they stand: in fields, in messages, in errors.
 */
export function createLogger(options: {
  level: string;
  role: string;
  destination?: DestinationStream;
}): Logger {
  const settings = {
    level: options.level,
    base: { role: options.role },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: masked },
    hooks: {
      logMethod(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
        const cleaned = args.map((arg: unknown) => (typeof arg === 'string' ? maskText(arg) : arg));
        // The same arguments in the same places; only strings have changed.
        method.apply(this, cleaned as Parameters<pino.LogFn>);
      },
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
