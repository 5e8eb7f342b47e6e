/** What processes of this machine have used, from Linux's `/proc`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

type Stat = { parent: number; own: number; reaped: number };

/** CPU in milliseconds: its own, and that of its children that have ended. Undefined where there is no such process. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (number: number): number => Number(fields[number - 3]);
    const inMs = (ticks: number): number => (ticks * 1000) / ticksPerSecond;
    return { parent: at(4), own: inMs(at(14) + at(15)), reaped: inMs(at(16) + at(17)) };
  } catch {
    return undefined;
  }
}

/** A process and everything it has started, at whatever depth. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? statOf(pid)?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const all = [root];
  for (const pid of all) all.push(...(children.get(pid) ?? []));
  return all;
}

/** CPU of one process so far, in milliseconds. */
export function cpuOf(pid: number): number {
  return statOf(pid)?.own ?? 0;
}

/** CPU of a process and all it started so far, those that have ended included, in milliseconds. */
export function cpuOfTree(root: number): number {
  return treeOf(root).reduce((sum, pid) => {
    const stat = statOf(pid);
    return stat === undefined ? sum : sum + stat.own + stat.reaped;
  }, 0);
}

/** Memory that a process holds, in MB: `resident` as the system counts it, `proportional` with shared pages shared out. */
export function memoryOf(pid: number): { resident: number; proportional: number } {
  const field = (file: string, name: string): number => {
    try {
      const text = readFileSync(`/proc/${pid}/${file}`, 'utf8');
      return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  return { resident: field('status', 'VmRSS'), proportional: field('smaps_rollup', 'Pss') };
}
