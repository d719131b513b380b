/** The part of `node:assert/strict` that the web suite uses: a worker has no node modules. */
const assert = {
  ok(value: unknown, message = `${String(value)} is not true`): asserts value {
    if (!value) throw new Error(message);
  },
  equal(actual: unknown, expected: unknown, message = `${text(actual)} is not ${text(expected)}`): void {
    if (!Object.is(actual, expected)) throw new Error(message);
  },
  deepEqual(actual: unknown, expected: unknown, message = `${text(actual)} is not ${text(expected)}`): void {
    if (text(actual) !== text(expected)) throw new Error(message);
  },
  match(actual: string, pattern: RegExp, message = `${text(actual)} does not match ${String(pattern)}`): void {
    if (!pattern.test(actual)) throw new Error(message);
  },
};

function text(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

export default assert;
