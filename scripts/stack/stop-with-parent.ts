/** Ends this process cleanly when it is asked to, or when whoever started it is gone. */
export function stopWithParent(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A parent that was killed cannot send a signal; its closed channel tells.
  process.on('disconnect', stop);
}
