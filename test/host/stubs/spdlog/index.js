// Stands in for the native @vscode/spdlog: every message is appended to the log file.
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.level = 2;
    this.formatted = true;
  }
  write(level, message) {
    if (level < this.level) return;
    const prefix = this.formatted ? `${new Date().toISOString()} [${levels[level]}] ` : '';
    fs.appendFileSync(this.file, `${prefix}${message}${this.formatted ? '\n' : ''}`);
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.formatted = false; }
  flush() {}
  drop() {}
}

const create = (_name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = async (name, file) => create(name, file);
exports.Logger = Logger;
