import { posix, win32 } from 'node:path';

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const applications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a system's own Chrome or Chromium may stand, in the order in which to look. */
export function systemBrowsers(platform: string, environment: Environment): readonly string[] {
  switch (platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ]);
    case 'darwin':
      return ['/Applications', ...(environment.HOME ? [posix.join(environment.HOME, 'Applications')] : [])].flatMap(
        (folder) => applications.map((application) => posix.join(folder, application)),
      );
    default:
      return [
        ...commands.flatMap((command) => onPath(environment).map((folder) => posix.join(folder, command))),
        '/opt/google/chrome/chrome',
        '/usr/bin/google-chrome',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/snap/bin/chromium',
      ];
  }
}

/** Relative folders are left out: what runs must not depend on where one stands. */
function onPath(environment: Environment): readonly string[] {
  return (environment.PATH ?? '').split(posix.delimiter).filter((folder) => folder.startsWith('/'));
}
