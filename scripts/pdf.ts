import { build } from './cli/build.ts';
import { proof } from './cli/proof.ts';
import { runCommand } from './cli/run-command.ts';

const help = `npm run pdf [-- edition …] [options]

Builds every edition of content/, or those named, into out/<edition>.pdf.

  --out DIR            the folder for the PDFs (out)
  --jobs N             how many editions are printed at once (2)
  --proof              prints into out/proof/ what is not finished, with every error marked, for reading in the house
  --fail-on-warning    warnings, and what keeps back a release, also keep a build from being published
  --format FORMAT      text, json or github
  --help               this text

Exit codes: 0 built · 1 the editions have errors, nothing was published, or a proof cannot be shown · 2 the error is in the command line, the machine or the press.
`;

process.exitCode = await runCommand({ name: 'pdf', help, run: build, proof }, process.argv.slice(2));
