import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

const textOf = (message: unknown): string => (message instanceof Error ? message.message : String(message));

/** Nest's own words in our log; the last parameter is the name of the part that speaks. */
export const nestLog = (logger: Logger): LoggerService => {
  const fields = (params: readonly unknown[]): { context: unknown } => ({ context: params.at(-1) });
  return {
    log: (message: unknown, ...params: unknown[]) => logger.debug(fields(params), textOf(message)),
    warn: (message: unknown, ...params: unknown[]) => logger.warn(fields(params), textOf(message)),
    debug: (message: unknown, ...params: unknown[]) => logger.debug(fields(params), textOf(message)),
    verbose: (message: unknown, ...params: unknown[]) => logger.debug(fields(params), textOf(message)),
    fatal: (message: unknown, ...params: unknown[]) => logger.fatal(fields(params), textOf(message)),
    error: (message: unknown, ...params: unknown[]) =>
      logger.error({ ...fields(params), stack: params.length > 1 ? params[0] : undefined }, textOf(message)),
  };
};
