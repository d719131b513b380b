import { entitySchema } from '../case/schemas';

/** The keys of a registry entity in the order in which they are written. */
export const entityKeys: readonly string[] = Object.keys(entitySchema.shape);
