// No step of this project downloads a browser: the shell comes from the npm registry, locked by package-lock.json.
module.exports = { skipDownload: true };
