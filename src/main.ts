#!/usr/bin/env node
/** The command line: finds the command, runs it, and ends with its exit code. */
import { commands } from './cli/commands.ts';
import { runCommandLine } from './cli/frame.ts';

// A reader such as `head` may go away early; that is no fault of ours.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), commands, {
  out: text => void process.stdout.write(text),
  error: text => void process.stderr.write(text),
});
