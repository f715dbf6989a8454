// Print a JSON-LD file as N-Quads, by jsonld.js.
import { readFile } from "node:fs/promises";
import jsonld from "jsonld";

const document = JSON.parse(await readFile(process.argv[2], "utf8"));
process.stdout.write(await jsonld.toRDF(document, { format: "application/n-quads" }));
