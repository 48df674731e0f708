import { visibleText } from '../press/diagnostics/visible-text.ts';

/** What a command writes to: a terminal, a file, a pipe, or the log of a CI. */
export interface Screen {
  readonly isTTY?: boolean | undefined;
  /** Writes lines for people and programs. Nothing in them can command a terminal or a CI. */
  write(text: string): unknown;
  /** Writes commands of the press's own to the terminal: ECMA-48, such as the one that clears a line. */
  control?(sequence: string): unknown;
  /** Writes commands of the press's own to GitHub, whose values are escaped. */
  command?(text: string): unknown;
}

/** The two streams of a command: results go to `out`, progress and faults to `err`. */
export interface Terminal {
  readonly out: Screen;
  readonly err: Screen;
}

/**
 * The standard streams of this process. This module alone writes to them. A reader that closes its pipe, as `head` does, is
 * no fault: what follows is dropped. Any other fault, such as a full disk, is told once, and the exit code is 2.
 */
export function openTerminal(): Terminal {
  return { out: screenOf(process.stdout), err: screenOf(process.stderr) };
}

/** The streams whose faults are heard of: each is asked once. */
const heard = new WeakSet<NodeJS.WriteStream>();

function screenOf(stream: NodeJS.WriteStream): Screen {
  hearFaults(stream);
  return {
    isTTY: stream.isTTY,
    write: (text) => stream.write(harmless(text)),
    control: (sequence) => stream.write(sequence),
    command: (text) => stream.write(visibleIn(text)),
  };
}

/**
 * A text that no CI takes for a command, and in which all but the ends of lines is seen. CIs obey "::name …::" behind white
 * space (GitHub), and "##[", "##vso[" and "##teamcity[" anywhere in a line (GitHub, Azure, TeamCity). What takes the place of a
 * sign is its escape in JSON, so that a document of it says the same.
 */
export function harmless(text: string): string {
  return visibleIn(text)
    .replace(/^(\s*)::(?=.*::)/gm, '$1\\u003a:')
    .replace(/##([a-z]*)\[/gi, '##$1\\u005b');
}

function visibleIn(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

function hearFaults(stream: NodeJS.WriteStream): void {
  if (heard.has(stream)) return;
  heard.add(stream);
  let isFirst = true;
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    // What is written after it fails as well.
    const isNews = isFirst && fault.code !== 'EPIPE';
    isFirst = false;
    if (!isNews) return;
    // The command may set its own code after this.
    process.on('exit', () => {
      process.exitCode = 2;
    });
    if (stream === process.stderr) return;
    const why = fault.code === 'ENOSPC' ? 'the disk or device is full' : 'the place that it goes to does not take it';
    process.stderr.write(`The output could not be written to its end: ${why}.\n`);
  });
}
