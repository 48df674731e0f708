import { spawn } from 'node:child_process';

/** The program that opens an address in the browser of the system, by platform; elsewhere that of desktops on Unix. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the browser of the system. Where that does not work, the address stands in the terminal. */
export function openAddress(address: string, platform: NodeJS.Platform = process.platform): void {
  const [program = '', ...words] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
