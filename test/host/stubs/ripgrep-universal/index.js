// Stands in for @vscode/ripgrep-universal, which fetches its binaries by an install script.
exports.rgPath = require('@vscode/ripgrep').rgPath;
