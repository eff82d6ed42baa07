//! Partitions inside a declared table that nobody declared: they hold rows as a table does, and were
//! often made by a job that runs every month.

use crate::schema::{Division, Partition, Table};
use std::cmp::Ordering;

/// Puts those that stay among the declared ones, and answers their names. The partitions of a hash
/// hold no rows of their own, so their number is what is declared.
pub(super) fn keep(
    live: &Table,
    declared: &mut Table,
    may_keep: impl Fn(&str) -> bool,
) -> Vec<String> {
    let division = declared.division();
    if division != live.division() || matches!(division, None | Some(Division::Hash)) {
        return Vec::new();
    }
    let wanted = declared.partitions.clone();
    let stays = |old: &Partition| {
        let meant = |new: &Partition| new.is_called(&old.name) || new.holds_as(old);
        !wanted.iter().any(meant) && may_keep(&old.name)
    };
    let list = &mut declared.partitions;
    let mut kept = Vec::new();
    let mut place = 0;
    for old in &live.partitions {
        if stays(old) {
            let is_new = |one: &Partition| !live.partitions.iter().any(|l| l.is_called(&one.name));
            while list
                .get(place)
                .is_some_and(|next| is_new(next) && ends_before(next, old))
            {
                place += 1;
            }
            list.insert(place, old.clone());
            kept.push(old.name.clone());
            place += 1;
        } else if let Some(at) = list
            .iter()
            .position(|one| one.is_called(&old.name) || one.holds_as(old))
        {
            place = at + 1;
        }
    }
    kept
}

/// Whether one range ends before another one, as far as numbers and plain literals tell.
fn ends_before(one: &Partition, other: &Partition) -> bool {
    let end = |partition: &Partition| -> Option<String> {
        let end = partition
            .values
            .strip_prefix("LESS THAN (")?
            .strip_suffix(')')?;
        Some(end.to_owned())
    };
    let (Some(one), Some(other)) = (end(one), end(other)) else {
        return false;
    };
    let number = |text: &str| text.parse::<i128>().ok();
    match (number(&one), number(&other)) {
        (Some(one), Some(other)) => one < other,
        // `'2024-01-01'`; what is beyond all values is beyond these.
        _ if one == "MAXVALUE" => false,
        _ if other == "MAXVALUE" => true,
        _ => one.cmp(&other) == Ordering::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attribute, Name};

    fn table(partitions: &[(&str, &str)]) -> Table {
        let mut table = Table::new(Name::bare("t"));
        let key = "RANGE (`y`)".to_owned();
        table.attributes.insert(Attribute::PartitionBy, key);
        let all = partitions.iter().map(|(name, end)| Partition {
            name: (*name).to_owned(),
            values: format!("LESS THAN ({end})"),
            comment: None,
            subpartitions: Vec::new(),
        });
        table.partitions = all.collect();
        table
    }

    fn merged(live: &[(&str, &str)], declared: &[(&str, &str)]) -> Vec<String> {
        let mut declared = table(declared);
        keep(&table(live), &mut declared, |name| name != "old");
        declared
            .partitions
            .into_iter()
            .map(|one| one.name)
            .collect()
    }

    #[test]
    fn what_nobody_declared_stands_where_its_rows_are() {
        let live = [("old", "1"), ("a", "2"), ("b", "9"), ("c", "10")];
        assert_eq!(
            merged(&live, &[("a", "2"), ("d", "11")]),
            ["a", "b", "c", "d"]
        );
        assert_eq!(
            merged(&live, &[("a", "2"), ("m", "MAXVALUE")]),
            ["a", "b", "c", "m"]
        );
        assert_eq!(merged(&live, &[("z", "9")]), ["a", "z", "c"], "z is b");
        let days = [("a", "'2024-01-01'"), ("b", "'2025-01-01'")];
        let found = merged(&days, &[("x", "'2024-06-01'"), ("y", "'2026-01-01'")]);
        assert_eq!(found, ["a", "x", "b", "y"]);
    }
}
