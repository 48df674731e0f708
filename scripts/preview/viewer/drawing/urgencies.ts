/** What is done before what. */
export const urgencies = { inView: 0, detail: 1, text: 2, fingerprints: 3, thumbnails: 4, near: 5 } as const;
