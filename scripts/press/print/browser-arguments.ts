/** What a browser can reach: nothing, to print; this machine's own servers, to try a page that one of them serves. */
export type Network = 'none' | 'loopback';

/**
 * The arguments of a browser that prints and does nothing else.
 *
 * @param profile the folder for all that it writes
 */
export function browserArguments(profile: string, sandbox: 'on' | 'off', network: Network): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...(sandbox === 'off' ? ['--no-sandbox'] : []),

    // No network: no name resolves, and nothing is fetched in the background.
    `--host-resolver-rules=MAP * ~NOTFOUND${network === 'loopback' ? ', EXCLUDE 127.0.0.1' : ''}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-features=MediaRouter,OptimizationHints,Translate',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',

    // Nothing of this user or machine: no keyring, no crash reports, no GPU, no shared memory that containers lack.
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--metrics-recording-only',
    '--disable-gpu',
    '--disable-software-rasterizer',
    '--disable-dev-shm-usage',

    // The same pages everywhere.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--lang=en-US',
    '--hide-scrollbars',
    '--mute-audio',
    'about:blank',
  ];
}
