import { periodEndMacro } from './period-end.ts';
import { storedSchema } from './stored-table.ts';

/** Nothing calls them: queries that name facts are held against the columns of their datasets with them. */
const factMacros = `
create macro fact(name) as null;
create macro fact(name) as table select null as value`;

/** What an engine has to know before datasets are loaded and queries are answered. */
export const macros = `create schema ${storedSchema};\n${periodEndMacro};\n${factMacros}`;
