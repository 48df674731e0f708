/** The folders of a project that its pages are made from. */
export const watchedFolders = ['content', 'data', 'templates', 'styles'] as const;
