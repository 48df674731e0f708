/**
 * How the engine's functions treat their arguments, as far as a literal among them can reach the value:
 *
 * - `same`: the first argument, whose words stay words; the others say how (trim)
 * - `part`: a part of the first argument, chosen by the others (left, split_part)
 * - `number`: a number or date that is made of the first argument; the others say how (length, round, year)
 * - `number-of-second`: likewise, of the second; the first says how (date_part)
 * - `numbers`: a number that is made of all arguments but the first (date_diff)
 * - `condition`: true or false
 * - `joined`: its arguments as one text
 * - `any`: one of its arguments, or a list of them
 * - `first-of-rows`: an aggregate that gives the first argument of one row; how many rows there are changes nothing
 * - `of-rows`: an aggregate of the first argument over all rows, each as often as it is there
 * - `texts-of-rows`: an aggregate that joins the texts of rows
 * - `count`: an aggregate that counts rows
 * - `letter`: the letter that the first argument numbers (chr)
 * - `name`: what the query itself calls something, or its type
 * - `rows`: a table, or a list, of numbers one after the other
 *
 * A few have rules of their own, by their names: replace, strftime, format, lpad. Of a function that is not named here,
 * every literal argument counts as one that makes its value.
 */
export type FunctionKind =
  | ('same' | 'part' | 'number' | 'number-of-second' | 'numbers' | 'condition' | 'joined' | 'any' | 'letter' | 'name')
  | ('first-of-rows' | 'of-rows' | 'texts-of-rows' | 'count' | 'rows')
  | ('replace' | 'strftime' | 'format' | 'pad');

const byKind: Readonly<Record<FunctionKind, string>> = {
  same: 'lower upper lcase ucase trim ltrim rtrim strip_accents nfc_normalize nullif constant_or_null',
  part:
    'left right left_grapheme right_grapheme substr substring substring_grapheme split_part regexp_extract ' +
    'regexp_extract_all string_split str_split split string_to_array regexp_split_to_array array_extract list_extract ' +
    'element_at list_element struct_extract map_extract array_slice list_slice -> ->> json_extract json_extract_string',
  number:
    'abs @ round round_even roundbankers floor ceil ceiling trunc sign length len strlen char_length character_length ' +
    'length_grapheme bit_length octet_length ascii unicode ord year month day quarter week weekday dayofmonth dayofyear ' +
    'dayofweek isodow isoyear yearweek decade century last_day period_end strptime try_strptime array_length ' +
    'cardinality sqrt instr strpos position levenshtein',
  'number-of-second': 'date_part datepart date_trunc datetrunc',
  numbers: 'date_diff datediff date_sub datesub',
  condition:
    '~~ !~~ ~~* !~~* ~~~ ~ like_escape not_like_escape ilike_escape not_ilike_escape starts_with prefix ends_with suffix ' +
    'contains regexp_matches regexp_full_match list_contains list_has array_contains array_has isfinite isnan isinf',
  joined: 'concat || concat_ws',
  any:
    'coalesce ifnull nvl greatest least list_value list_pack array_value row struct_pack map list_concat unnest ' +
    'flatten list_distinct list_sort list_reverse array_to_string',
  letter: 'chr',
  name: 'alias typeof pg_typeof vector_type',
  'first-of-rows':
    'min max arg_min arg_max min_by max_by argmin argmax arg_min_null arg_max_null first last any_value arbitrary ' +
    'first_value last_value nth_value lag lead bool_and bool_or',
  'of-rows':
    'sum avg mean fsum favg sumkahan kahan_sum product median mode quantile quantile_cont quantile_disc percentile_cont ' +
    'percentile_disc stddev stddev_pop stddev_samp variance var_pop var_samp list array_agg mad geomean geometric_mean',
  'texts-of-rows': 'string_agg group_concat listagg',
  count: 'count count_star count_if countif',
  rows: 'range generate_series generate_subscripts',
  replace: 'replace regexp_replace translate',
  strftime: 'strftime',
  format: 'format printf',
  pad: 'lpad rpad',
};

/** The functions that are known here, by their names in small letters. */
export const functionKinds: ReadonlyMap<string, FunctionKind> = new Map(
  Object.entries(byKind).flatMap(([kind, names]) =>
    names.split(' ').map((name): [string, FunctionKind] => [name, kind as FunctionKind]),
  ),
);

/** Whether a function of a kind makes one row of many. */
export function isAggregateKind(kind: FunctionKind | undefined): boolean {
  return kind === 'first-of-rows' || kind === 'of-rows' || kind === 'texts-of-rows' || kind === 'count';
}

/** Numbers that turn a unit into another: powers of ten, and quarters, months, weeks, hours and minutes. */
export function isUnitFactor(decimal: string): boolean {
  return isPowerOfTen(decimal) || ['3', '4', '7', '12', '24', '60'].includes(decimal.replace(/^-/, ''));
}

/** 1, 1000, 0.01 and their like, also below 0. */
export function isPowerOfTen(decimal: string): boolean {
  return /^-?(?:10*|0?\.0*1)(?:\.0+)?$/.test(decimal);
}
