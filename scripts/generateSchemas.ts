import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { annotationsSchema, manifestSchema, registrySchema, reviewsSchema } from '../src/core/case/schemas';
import { reportSchema } from '../src/core/report/reportSchema';

const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  corroborate: manifestSchema,
  registry: registrySchema,
  annotations: annotationsSchema,
  reviews: reviewsSchema,
  report: reportSchema,
};

/** The published JSON Schema of one file kind, as the text of its file. */
function jsonSchemaOf(schema: z.ZodMiniType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-07' }), null, 2)}\n`;
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const checkOnly = process.argv.includes('--check');
for (const [name, schema] of Object.entries(schemas)) {
  const file = fileURLToPath(new URL(`../schemas/${name}.schema.json`, import.meta.url));
  const text = jsonSchemaOf(schema);
  if (readOrEmpty(file) === text) continue;
  if (checkOnly) {
    console.error(`schemas/${name}.schema.json is stale: run npx tsx scripts/generateSchemas.ts`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
  }
}
