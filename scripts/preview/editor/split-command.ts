/** Splits a command at its spaces as a shell would, with words in quotation marks kept whole; nothing else means anything. */
export function splitCommand(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}
