//! Characters that the servers keep and do not show.
//!
//! The information schema is in `utf8mb3` (`MySQL` 8.4 manual, 12.9.2; `MariaDB` knowledge base,
//! "Unicode"): a character of four bytes in a default or a member, and in `MariaDB` in every expression, is
//! printed as question marks. What was declared with one is therefore read as something else.

use super::version::Flavour;
use crate::engine::step::{Object, Unsupported};
use crate::schema::{Schema, Table};

/// What of a declaration, read back as `schema`, does not say what its texts say.
pub(super) fn misread(flavour: Flavour, texts: &[&str], schema: &Schema) -> Vec<Unsupported> {
    let wide = |text: &&str| text.chars().any(|c| c > '\u{ffff}');
    if !texts.iter().any(wide) {
        return Vec::new();
    }
    let tables = schema.tables.values();
    tables.flat_map(|table| of_table(flavour, table)).collect()
}

fn of_table(flavour: Flavour, table: &Table) -> Vec<Unsupported> {
    let shown = |expression: &str| flavour == Flavour::Mysql || !expression.contains('?');
    let mut found = Vec::new();
    for column in &table.columns {
        let default = column.default.as_ref();
        let lost = default.is_some_and(|it| it.contains('?')) || column.data_type.contains('?');
        let generated = column.generated.as_ref();
        if lost || generated.is_some_and(|it| !shown(&it.expression)) {
            found.push(Object::part("column", &table.name, &column.name));
        }
    }
    for check in &table.checks {
        if !shown(&check.expression) {
            found.push(Object::part("check", &table.name, &check.label.text));
        }
    }
    let refused = found.into_iter().map(|object| Unsupported {
        object,
        reason: "the server's information schema shows a character of four bytes in it as question marks, so what is declared cannot be compared with what is there".to_owned(),
        instead: "write no such character into defaults, checks and generated columns: let the application, or a trigger, set it".to_owned(),
    });
    refused.collect()
}
