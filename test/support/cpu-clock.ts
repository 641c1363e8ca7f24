/**
 * Starts a clock of the processor's time that this process uses, for bounds that must hold on a busy machine too.
 *
 * @returns milliseconds since the start
 */
export function cpuClock(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
