/**
 * The macro period_end(x): the last day of the period that a text or date names, as a DATE; null where it names none.
 * Periods are 2022, 2022-03, 2022-03-18, 2022-Q1 and 2021-H1. A row is as late as the end of its period, since it
 * counts what happened up to then.
 */
export const periodEndMacro = String.raw`
create macro period_end(period) as (
  case when regexp_full_match(period::varchar, '\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|H[12]))?') then
    case when length(period::varchar) = 10 then try_cast(period::varchar as date)
    else last_day(try_cast(concat(
      substr(period::varchar, 1, 4),
      case substr(period::varchar, 5)
        when '' then '-12'
        when '-Q1' then '-03'
        when '-Q2' then '-06'
        when '-Q3' then '-09'
        when '-Q4' then '-12'
        when '-H1' then '-06'
        when '-H2' then '-12'
        else substr(period::varchar, 5)
      end,
      '-01'
    ) as date)) end
  end
)`;

/** The periods that the macro reads, for messages. */
export const periodForms = '2022, 2022-03, 2022-03-18, 2022-Q1 or 2022-H1';
