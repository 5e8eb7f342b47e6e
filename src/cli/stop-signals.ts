/** Why a long-running command is asked to end. */
export type StopRequest = 'signal' | 'launcher gone';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Settles when somebody asks this process to stop: Ctrl-C, a signal, or the end of the process that started it.
 * Further signals are ignored: the terminal and the launcher both send one, and stopping has its own time limits.
 */
export function stopRequested(): Promise<StopRequest> {
  return new Promise(resolve => {
    for (const signal of signals) process.on(signal, () => resolve('signal'));
    process.on('disconnect', () => resolve('launcher gone'));
    // The channel to the launcher must not keep us alive by itself.
    process.channel?.unref();
    if (process.send !== undefined && !process.connected) resolve('launcher gone');
  });
}
