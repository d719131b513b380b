/** Longest wait for a state, in milliseconds: shorter than a test's own limit, so that the last failure is what is told. */
const patience = 45_000;
const pollInterval = 25;
/** How long a change is given before it is made again. */
const repeatInterval = 1_500;

/**
 * Asks until `probe` no longer throws, and returns what it returned; rejects with its last error when patience runs out. `change` is made
 * at once and again every now and then: file watchers miss what happens before they are up.
 */
export async function eventually<T>(probe: () => T | Promise<T>, change?: () => unknown): Promise<T> {
  const start = Date.now();
  let changed = 0;
  for (;;) {
    if (change && Date.now() - changed > repeatInterval) {
      await change();
      changed = Date.now();
    }
    try {
      return await probe();
    } catch (error) {
      if (Date.now() - start > patience) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pollInterval);
    });
  }
}
