/** What is drawn before what. */
export const urgencies = { inView: 0, detail: 1, fingerprints: 2, thumbnails: 3, near: 4 } as const;
