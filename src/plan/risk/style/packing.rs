//! OP013: room that is lost between columns (`PostgreSQL`).

use super::Advice;
use super::made::{Age, Made};
use crate::engine::Object;
use crate::plan::risk::rule::Rule;
use crate::schema::{Column, Kind, ObjectKey, Schema, type_name};

/// It is said from so many bytes in each row on: one step of the alignment of rows.
const WORTH: u64 = 8;

/// Bytes and alignment of a type whose values are all of one size.
type Fixed = (u64, u64);

/// Values begin at multiples of their type's alignment, and rows at multiples of eight bytes (15
/// manual, 73.6.1 "Table Row Layout"; 54.64 `pg_type`, `typlen`, `typalign`). What is lost between columns of
/// fixed size is not lost when the widest come first; behind a value of varying size nothing is
/// known, so those are taken to come last.
pub(super) fn advise(made: &Made<'_>, schema: &Schema) -> Option<Advice> {
    let stored = &made.columns;
    if made.age != Age::New || stored.len() < 2 {
        return None;
    }
    let sizes: Vec<Option<Fixed>> = stored.iter().map(|it| fixed(it, schema)).collect();
    let lost = padding(&sizes);
    if lost < WORTH {
        return None;
    }
    let mut order: Vec<usize> = (0..stored.len()).collect();
    // Stable: columns that may stay beside each other do.
    order.sort_by_key(|at| std::cmp::Reverse(sizes[*at].map_or(0, |(_, align)| align)));
    let kept: Vec<Option<Fixed>> = order.iter().map(|at| sizes[*at]).collect();
    let left = padding(&kept);
    let names: Vec<&str> = order.iter().map(|at| stored[*at].name.as_str()).collect();
    (lost >= left + WORTH).then(|| {
        Advice::new(
            Rule::Packing,
            Object::table(&made.table.name),
            format!(
                "each row loses {lost} bytes between its columns; {left} in the order {}",
                names.join(", ")
            ),
            "declare the widest columns first, if the table is to hold many rows",
        )
    })
}

/// Bytes that are lost in each run of columns of fixed size. A run behind a value of varying size is
/// taken to begin where it is best.
fn padding(sizes: &[Option<Fixed>]) -> u64 {
    let (mut lost, mut at) = (0, 0);
    for size in sizes {
        match size {
            Some((bytes, align)) => {
                let gap = (align - at % align) % align;
                lost += gap;
                at += gap + bytes;
            }
            None => at = 0,
        }
    }
    lost
}

/// The size of the types that a row of their own in `pg_type` gives one.
fn fixed(column: &Column, schema: &Schema) -> Option<Fixed> {
    let printed = column.data_type.as_str();
    let plain = match printed.split_once('(') {
        Some((head, rest)) => format!("{head}{}", rest.split_once(')').map_or("", |(_, it)| it)),
        None => printed.to_owned(),
    };
    let size = match plain.as_str() {
        "boolean" | "\"char\"" => (1, 1),
        "smallint" => (2, 2),
        "integer" | "real" | "date" | "oid" => (4, 4),
        "bigint"
        | "double precision"
        | "money"
        | "pg_lsn"
        | "timestamp without time zone"
        | "timestamp with time zone"
        | "time without time zone" => (8, 8),
        "time with time zone" => (12, 8),
        "macaddr" => (6, 4),
        "macaddr8" => (8, 4),
        "uuid" => (16, 1),
        "interval" | "point" => (16, 8),
        _ => {
            // An enum's values are kept as numbers of four bytes (8.7.4).
            let name = type_name(printed).filter(|_| !printed.ends_with("[]"))?;
            let key = ObjectKey::new(Kind::Enum, name);
            return schema.objects.contains_key(&key).then_some((4, 4));
        }
    };
    Some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_counted_up_to_the_next_multiple() {
        let (flag, int, long) = (Some((1, 1)), Some((4, 4)), Some((8, 8)));
        assert_eq!(padding(&[flag, long, flag, long]), 14);
        assert_eq!(padding(&[long, long, flag, flag]), 0);
        assert_eq!(padding(&[int, None, flag, int]), 3);
        assert_eq!(padding(&[int, long]), 4);
    }
}
