import type { OpenCase } from './openCase';

/** Settles when every file of the case is read: an edit that follows references would miss those in files that are not. */
export async function whenRead(openCase: OpenCase): Promise<void> {
  while (openCase.progress) {
    await new Promise<void>((resolve) => {
      const subscription = openCase.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });
  }
}
