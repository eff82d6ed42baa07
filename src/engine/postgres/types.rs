//! Type families: what a change of a column's type does to values, to the table and to its SQL.

use crate::engine::{TypeChange, Work};
use Family::{
    Bit, Blank, Boolean, Cidr, Date, Float, Inet, Integer, Interval, Json, Jsonb, Macaddr,
    Macaddr8, Money, Numeric, Other, Text, Time, TimeTz, Timestamp, TimestampTz, VarBit,
};

/// A printed type taken apart: `character varying(10)[]` is `character varying`, `[10]`, array.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parsed<'a> {
    base: String,
    arguments: Vec<i64>,
    array: bool,
    text: &'a str,
}

fn parse(text: &str) -> Parsed<'_> {
    let (element, array) = match text.strip_suffix("[]") {
        Some(element) => (element, true),
        None => (text, false),
    };
    let (base, arguments) = match (element.find('('), element.find(')')) {
        (Some(open), Some(close)) if open < close => {
            let base = format!("{}{}", &element[..open], &element[close + 1..]);
            let inside = element[open + 1..close].split(',');
            let numbers: Option<Vec<i64>> = inside.map(|n| n.trim().parse().ok()).collect();
            match numbers {
                Some(numbers) => (base, numbers),
                None => (element.to_owned(), Vec::new()),
            }
        }
        _ => (element.to_owned(), Vec::new()),
    };
    Parsed {
        base,
        arguments,
        array,
        text,
    }
}

/// What is known of a type, by the chapters of the manual's part 8 "Data Types".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// 8.1.1, decimal digits of the largest value.
    Integer(i64),
    /// 8.1.2.
    Numeric,
    /// 8.1.3, bits of the mantissa.
    Float(i64),
    /// 8.3 `text` and `character varying`.
    Text,
    /// 8.3 `character(n)`.
    Blank,
    /// 8.5.
    Timestamp,
    TimestampTz,
    Date,
    Time,
    TimeTz,
    Interval,
    Boolean,
    /// 8.10.
    Bit,
    VarBit,
    /// 8.14.
    Json,
    Jsonb,
    /// 8.9.
    Inet,
    Cidr,
    Macaddr,
    Macaddr8,
    Money,
    Other,
}

fn family(base: &str) -> Family {
    match base {
        "smallint" => Integer(5),
        "integer" => Integer(10),
        "bigint" => Integer(19),
        "numeric" => Numeric,
        "real" => Float(24),
        "double precision" => Float(53),
        "text" | "character varying" => Text,
        "character" | "bpchar" => Blank,
        "timestamp without time zone" => Timestamp,
        "timestamp with time zone" => TimestampTz,
        "date" => Date,
        "time without time zone" => Time,
        "time with time zone" => TimeTz,
        "interval" => Interval,
        "boolean" => Boolean,
        "bit" => Bit,
        "bit varying" => VarBit,
        "json" => Json,
        "jsonb" => Jsonb,
        "inet" => Inet,
        "cidr" => Cidr,
        "macaddr" => Macaddr,
        "macaddr8" => Macaddr8,
        "money" => Money,
        _ => Other,
    }
}

/// What a change of type does to values.
#[allow(
    clippy::match_same_arms,
    reason = "one arm for each group of types, as in the manual"
)]
pub(super) fn change(observed: &str, desired: &str) -> TypeChange {
    let (from, to) = (parse(observed), parse(desired));
    if from == to {
        return TypeChange::Widening;
    }
    if from.array != to.array {
        return TypeChange::Recast;
    }
    let widens = match (family(&from.base), family(&to.base)) {
        (Integer(a), Integer(b)) | (Float(a), Float(b)) => b >= a,
        (Integer(digits), Numeric) => fits_numeric((digits, 0), &to.arguments),
        // 2^15 fits a mantissa of 24 bits, 2^31 one of 53.
        (Integer(digits), Float(bits)) => digits * 4 <= bits,
        (Numeric, Numeric) => match from.arguments.as_slice() {
            [] => to.arguments.is_empty(),
            [precision, rest @ ..] => {
                let scale = rest.first().copied().unwrap_or(0);
                fits_numeric((precision - scale, scale), &to.arguments)
            }
        },
        (Numeric, Integer(_) | Float(_)) | (Float(_), Integer(_) | Numeric) => false,
        (Text | Blank, Text) | (Blank, Blank) => length(&from, i64::MAX) <= length(&to, i64::MAX),
        (Text, Blank) => false,
        (Timestamp, Timestamp)
        | (TimestampTz, TimestampTz)
        | (Time, Time)
        | (TimeTz, TimeTz)
        | (Interval, Interval) => length(&from, 6) <= length(&to, 6),
        (Date, Timestamp) | (Cidr, Inet) | (Macaddr, Macaddr8) | (Jsonb, Json) => true,
        (Timestamp | TimestampTz, Date | Time)
        | (Inet, Cidr)
        | (Macaddr8, Macaddr)
        | (Json, Jsonb)
        | (Bit | VarBit, Bit) => false,
        (Bit | VarBit, VarBit) => length(&from, i64::MAX) <= length(&to, i64::MAX),
        _ => return TypeChange::Recast,
    };
    if widens {
        TypeChange::Widening
    } else {
        TypeChange::Narrowing
    }
}

/// The only argument, or what its absence means. `bit` and `character` without one are of length 1
/// and always printed with it; without one here they are as long as any.
fn length(parsed: &Parsed<'_>, absent: i64) -> i64 {
    parsed.arguments.first().copied().unwrap_or(absent)
}

/// Whether so many digits before and after the point fit `numeric(…)`.
fn fits_numeric((whole, fraction): (i64, i64), arguments: &[i64]) -> bool {
    match arguments {
        [] => true,
        [precision, rest @ ..] => {
            let scale = rest.first().copied().unwrap_or(0);
            scale >= fraction && precision - scale >= whole
        }
    }
}

/// Whether the server converts by itself when a column's type is changed, by an assignment cast
/// (`CREATE CAST`, "Notes"; 10.4 "Value Storage"; `pg_cast.castcontext`). A cast is never written
/// out where it would cut text to its new length in silence.
#[allow(
    clippy::match_same_arms,
    reason = "one arm for each group of types, as in the manual"
)]
fn converts_itself(from: &Parsed<'_>, to: &Parsed<'_>) -> bool {
    if from.array != to.array {
        return matches!(family(&to.base), Text | Blank) && !to.array;
    }
    if from.base == to.base {
        return true;
    }
    match (family(&from.base), family(&to.base)) {
        // Every type is assigned to a string type by its output.
        (_, Text | Blank) => true,
        (Integer(_) | Numeric | Float(_), Integer(_) | Numeric | Float(_)) => true,
        (Date | Timestamp | TimestampTz, Date | Timestamp | TimestampTz) => true,
        (Timestamp | TimestampTz, Time) | (TimestampTz, TimeTz) => true,
        (Time, TimeTz | Interval) | (TimeTz | Interval, Time) => true,
        (Bit | VarBit, Bit | VarBit) | (Json | Jsonb, Json | Jsonb) => true,
        (Inet | Cidr, Inet | Cidr) | (Macaddr | Macaddr8, Macaddr | Macaddr8) => true,
        (Integer(_) | Numeric, Money) | (Money, Numeric) => true,
        _ => false,
    }
}

/// The conversion to write after `USING`, for a quoted column; `None` where the server converts by
/// itself.
pub(super) fn using(observed: &str, desired: &str, column: &str) -> Option<String> {
    let (from, to) = (parse(observed), parse(desired));
    if converts_itself(&from, &to) {
        return None;
    }
    let target = to.text;
    let path = match (family(&from.base), family(&to.base)) {
        // Only integer and boolean are cast to each other (table `pg_cast`).
        (Integer(_) | Numeric | Float(_), Boolean) if from.base != "integer" => {
            format!("{column}::integer::{target}")
        }
        (Boolean, Integer(_) | Numeric | Float(_)) if to.base != "integer" => {
            format!("{column}::integer::{target}")
        }
        (Integer(_), Boolean) | (Boolean, Integer(_)) | (Text | Blank, _) => {
            format!("{column}::{target}")
        }
        // Anything else goes by way of what it prints.
        _ => format!("{column}::text::{target}"),
    };
    Some(path)
}

/// How much work the change is (`ALTER TABLE`, "Notes": no rewrite where the old type is binary
/// coercible to the new one or only the type's length grows; 12 and later none between the two
/// timestamp types while `TimeZone` is UTC).
pub(super) fn work(observed: &str, desired: &str) -> Work {
    let (from, to) = (parse(observed), parse(desired));
    let widens = change(observed, desired) == TypeChange::Widening;
    let scale = |parsed: &Parsed<'_>| parsed.arguments.get(1).copied().unwrap_or(0);
    let free = !from.array
        && !to.array
        && match (family(&from.base), family(&to.base)) {
            (Numeric, Numeric) => widens && (to.arguments.is_empty() || scale(&from) == scale(&to)),
            (Text, Text) | (Cidr, Inet) => widens,
            (Timestamp, TimestampTz) | (TimestampTz, Timestamp) => {
                length(&from, 6) <= length(&to, 6)
            }
            (a, b) if a == b => widens && a != Other && a != Blank && a != Bit,
            _ => false,
        };
    if free { Work::Metadata } else { Work::Rewrite }
}

/// Whether indexes compare the values of both types with the same operators: the two kinds of timestamp have
/// a class of operators each (`pg_opclass`), and keep the table's bytes.
pub(super) fn same_operators(observed: &str, desired: &str) -> bool {
    let with_zone = |text: &str| family(&parse(text).base) == TimestampTz;
    with_zone(observed) == with_zone(desired)
}

/// The storage mode a type's columns have by themselves (`pg_type.typstorage`; 73.2 "TOAST").
pub(super) fn usual_storage(data_type: &str) -> &'static str {
    let parsed = parse(data_type);
    match family(&parsed.base) {
        Numeric | Inet | Cidr if !parsed.array => "MAIN",
        Text | Blank | Json | Jsonb | Bit | VarBit | Other => "EXTENDED",
        _ if parsed.array => "EXTENDED",
        _ => "PLAIN",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_change_does_to_values() {
        use TypeChange::{Narrowing, Recast, Widening};
        for (from, to, expected) in [
            ("integer", "bigint", Widening),
            ("bigint", "smallint", Narrowing),
            ("integer", "numeric(9,0)", Narrowing),
            ("integer", "numeric(10,0)", Widening),
            ("integer", "real", Narrowing),
            ("integer", "double precision", Widening),
            ("smallint", "real", Widening),
            ("numeric(10,2)", "numeric(12,2)", Widening),
            ("numeric(10,2)", "numeric(10,4)", Narrowing),
            ("numeric(10,2)", "numeric", Widening),
            ("numeric", "numeric(10,2)", Narrowing),
            ("numeric(5,0)", "integer", Narrowing),
            ("character varying(10)", "character varying(20)", Widening),
            ("character varying(20)", "character varying(10)", Narrowing),
            ("character varying(10)", "text", Widening),
            ("text", "character varying(10)", Narrowing),
            ("character(3)", "character varying(3)", Widening),
            ("character varying(3)", "character(3)", Narrowing),
            (
                "timestamp(3) without time zone",
                "timestamp without time zone",
                Widening,
            ),
            (
                "timestamp without time zone",
                "timestamp(3) without time zone",
                Narrowing,
            ),
            (
                "timestamp without time zone",
                "timestamp with time zone",
                Recast,
            ),
            ("date", "timestamp without time zone", Widening),
            ("timestamp without time zone", "date", Narrowing),
            ("json", "jsonb", Narrowing),
            ("integer", "text", Recast),
            ("text", "integer", Recast),
            ("integer[]", "bigint[]", Widening),
            ("integer", "integer[]", Recast),
            ("boolean", "integer", Recast),
            ("public.mood", "text", Recast),
        ] {
            assert_eq!(change(from, to), expected, "{from} to {to}");
        }
    }

    #[test]
    fn conversions() {
        for (from, to, expected) in [
            ("integer", "bigint", None),
            ("text", "character varying(3)", None),
            ("text", "integer", Some("\"c\"::integer")),
            ("integer", "boolean", Some("\"c\"::boolean")),
            ("bigint", "boolean", Some("\"c\"::integer::boolean")),
            ("boolean", "smallint", Some("\"c\"::integer::smallint")),
            ("integer", "uuid", Some("\"c\"::text::uuid")),
            ("public.a", "public.b", Some("\"c\"::text::public.b")),
            ("text[]", "integer[]", Some("\"c\"::integer[]")),
        ] {
            assert_eq!(
                using(from, to, "\"c\"").as_deref(),
                expected,
                "{from} to {to}"
            );
        }
    }

    #[test]
    fn rewrites() {
        for (from, to, expected) in [
            (
                "character varying(10)",
                "character varying(20)",
                Work::Metadata,
            ),
            ("character varying(10)", "text", Work::Metadata),
            ("text", "character varying", Work::Metadata),
            ("numeric(5,2)", "numeric(7,2)", Work::Metadata),
            ("numeric(5,2)", "numeric(7,3)", Work::Rewrite),
            ("integer", "bigint", Work::Rewrite),
            ("character(3)", "character(5)", Work::Rewrite),
            (
                "timestamp without time zone",
                "timestamp with time zone",
                Work::Metadata,
            ),
            (
                "character varying(20)",
                "character varying(10)",
                Work::Rewrite,
            ),
        ] {
            assert_eq!(work(from, to), expected, "{from} to {to}");
        }
    }
}
