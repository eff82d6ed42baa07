//! Rows that a partition cannot hold (`PostgreSQL`).

use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Dialect, Engine, Object, Question};
use crate::schema::{Attribute, Change, Delta, Name, PartitionOf, Schema, Table};

/// DF012: `ATTACH PARTITION` looks through the rows of the table, and through those of a default
/// partition, and fails at the first one that is in the wrong place (`ALTER TABLE`, "ATTACH
/// PARTITION"); `CREATE TABLE … PARTITION OF` does the latter.
pub(super) fn concerns(delta: &Delta, dialect: &dyn Dialect) -> Vec<Concern> {
    match dialect.engine() {
        Engine::Postgres => {}
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => return Vec::new(),
    }
    let mut list = Vec::new();
    for change in &delta.changes {
        match change {
            Change::CreateTable(table) => {
                if let Some(of) = &table.partition_of {
                    list.extend(left_behind(delta, table, of, dialect));
                }
            }
            Change::AlterTable(inside) => {
                let comes = inside.partition.as_ref();
                if let Some(of) = comes.and_then(|pair| pair.desired.as_ref()) {
                    let (observed, desired) = (&inside.tables.observed, &inside.tables.desired);
                    list.push(outside(delta, &observed.name, desired, of, dialect));
                    list.extend(left_behind(delta, desired, of, dialect));
                }
            }
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::DropTable(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    list
}

/// Rows of a table that becomes a partition and that the bound shuts out.
fn outside(
    delta: &Delta,
    observed: &Name,
    desired: &Table,
    of: &PartitionOf,
    dialect: &dyn Dialect,
) -> Concern {
    let inside = if of.is_default() {
        none_of_the_others(&delta.schemas.desired, &desired.name, of, dialect)
    } else {
        belongs(&delta.schemas.desired, of, dialect)
    };
    let question = inside.map(|inside| Question::Violations(observed.clone(), inside));
    concern(
        &desired.name,
        question,
        "rows outside of the bound make the step fail once they are met",
        "move them first, or declare a bound that holds them",
    )
}

/// Where it cannot be said in SQL what belongs, nothing is known, and that is the worst.
fn concern(
    table: &Name,
    question: Option<Question>,
    message: &'static str,
    remedy: &'static str,
) -> Concern {
    Concern {
        rule: Rule::PartitionBound,
        object: Object::table(table),
        question,
        calm: Severity::Low,
        alarmed: Severity::High,
        certain: Severity::Forbidden,
        message,
        counts: "rows in the wrong place",
        remedy,
    }
}

/// Rows of the default partition that belong to a partition which comes.
fn left_behind(
    delta: &Delta,
    table: &Table,
    of: &PartitionOf,
    dialect: &dyn Dialect,
) -> Option<Concern> {
    let (observed, desired) = (&delta.schemas.observed, &delta.schemas.desired);
    let stays = |name: &Name| {
        let after = desired.tables.get(name);
        after.is_some_and(|table| {
            table
                .partition_of
                .as_ref()
                .is_some_and(PartitionOf::is_default)
        })
    };
    let mut siblings = observed.partitions(&of.parent).filter(|sibling| {
        sibling
            .partition_of
            .as_ref()
            .is_some_and(PartitionOf::is_default)
            && stays(&sibling.name)
    });
    let default = siblings.next().filter(|_| !of.is_default())?;
    if default.name == table.name {
        return None;
    }
    let inside = belongs(desired, of, dialect);
    let outside = inside.map(|inside| format!("({inside}) IS NOT TRUE"));
    Some(concern(
        &default.name,
        outside.map(|outside| Question::Violations(default.name.clone(), outside)),
        "rows of the default partition that belong to one that comes make the step fail",
        "move them out of the default partition first",
    ))
}

/// What holds of a row that no other partition takes.
fn none_of_the_others(
    schema: &Schema,
    own: &Name,
    of: &PartitionOf,
    dialect: &dyn Dialect,
) -> Option<String> {
    let others = schema.partitions(&of.parent).filter(|it| it.name != *own);
    let each: Option<Vec<String>> = others
        .map(|table| belongs(schema, table.partition_of.as_ref()?, dialect))
        .map(|inside| Some(format!("({}) IS NOT TRUE", inside?)))
        .collect();
    let each = each?;
    Some(if each.is_empty() {
        "true".to_owned()
    } else {
        each.join(" AND ")
    })
}

/// The condition that a bound stands for (5.11.2.1 and `CREATE TABLE`, "PARTITION OF"): true for the
/// rows it takes, false for all others. `None` for a bound of another form.
fn belongs(schema: &Schema, of: &PartitionOf, dialect: &dyn Dialect) -> Option<String> {
    let parent = schema.tables.get(&of.parent)?;
    let by = parent.attributes.get(&Attribute::PartitionBy)?;
    let (strategy, keys) = by.split_once(" (")?;
    let keys = list(keys.strip_suffix(')')?);
    let bound = of.bound.strip_prefix("FOR VALUES ")?;
    match strategy {
        "RANGE" => {
            let (from, to) = bound.strip_prefix("FROM (")?.split_once(") TO (")?;
            Some(range(&keys, &list(from), &list(to.strip_suffix(')')?)))
        }
        "LIST" => {
            let values = list(bound.strip_prefix("IN (")?.strip_suffix(')')?);
            let [key] = keys.as_slice() else { return None };
            let (nulls, values): (Vec<&str>, Vec<&str>) =
                values.into_iter().partition(|value| *value == "NULL");
            let listed = (!values.is_empty())
                .then(|| format!("coalesce({key} IN ({}), false)", values.join(", ")));
            let null = (!nulls.is_empty()).then(|| format!("{key} IS NULL"));
            let either: Vec<String> = listed.into_iter().chain(null).collect();
            Some(either.join(" OR "))
        }
        "HASH" => {
            let bound = bound.strip_prefix("WITH (modulus ")?.strip_suffix(')')?;
            let (modulus, remainder) = bound.split_once(", remainder ")?;
            let parent = dialect.name(&of.parent).replace('\'', "''");
            Some(format!(
                "pg_catalog.satisfies_hash_partition('{parent}'::pg_catalog.regclass, {modulus}, \
                 {remainder}, {})",
                keys.join(", ")
            ))
        }
        _ => None,
    }
}

/// From inclusive, to exclusive; a NULL is in no range. `MINVALUE` and `MAXVALUE` are below and above all
/// values of their key, so that those behind them decide nothing.
fn range(keys: &[&str], from: &[&str], to: &[&str]) -> String {
    let known = keys.iter().map(|key| format!("{key} IS NOT NULL"));
    let mut all: Vec<String> = known.collect();
    for (values, [sign, beyond]) in [(from, [">=", ">"]), (to, ["<", "<="])] {
        let ends = |value: &&str| ["MINVALUE", "MAXVALUE"].contains(value);
        let ahead = values.iter().position(ends).unwrap_or(values.len());
        let sign = if values.get(ahead) == Some(&"MAXVALUE") {
            beyond
        } else {
            sign
        };
        if ahead > 0 {
            let (keys, values) = (&keys[..ahead.min(keys.len())], &values[..ahead]);
            all.push(format!(
                "({}) {sign} ({})",
                keys.join(", "),
                values.join(", ")
            ));
        }
    }
    all.join(" AND ")
}

/// Splits at commas outside of quotes and parentheses.
fn list(text: &str) -> Vec<&str> {
    let (mut found, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_usize, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                found.push(text[start..at].trim());
                start = at + 1;
            }
            (Some(_) | None, _) => {}
        }
    }
    found.push(text[start..].trim());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_open_where_it_says_so() {
        for (keys, from, to, expected) in [
            (
                vec!["a"],
                vec!["MINVALUE"],
                vec!["'2024-01-01'"],
                "a IS NOT NULL AND (a) < ('2024-01-01')",
            ),
            (
                vec!["a", "b"],
                vec!["1", "2"],
                vec!["MAXVALUE", "MAXVALUE"],
                "a IS NOT NULL AND b IS NOT NULL AND (a, b) >= (1, 2)",
            ),
            (
                vec!["a", "b"],
                vec!["1", "MAXVALUE"],
                vec!["2", "MINVALUE"],
                "a IS NOT NULL AND b IS NOT NULL AND (a) > (1) AND (a) < (2)",
            ),
            (
                vec!["a", "b"],
                vec!["1", "MINVALUE"],
                vec!["2", "MAXVALUE"],
                "a IS NOT NULL AND b IS NOT NULL AND (a) >= (1) AND (a) <= (2)",
            ),
        ] {
            assert_eq!(range(&keys, &from, &to), expected);
        }
    }

    #[test]
    fn commas_inside_are_no_ends() {
        assert_eq!(
            list("'a,b', f(x, y), \"c,\""),
            ["'a,b'", "f(x, y)", "\"c,\""]
        );
    }
}
