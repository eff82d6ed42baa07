//! Tables that others begin to refer to.

use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Engine, Object};
use crate::schema::{Change, Delta, Edit, ForeignKey, Pair, Table};

/// LK019: adding a foreign key takes `SHARE ROW EXCLUSIVE` on the parent, too (`ALTER TABLE`, `ADD
/// table_constraint`).
pub(super) fn concerns(delta: &Delta, engine: Engine) -> Vec<Concern> {
    match engine {
        Engine::Postgres => {}
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => return Vec::new(),
    }
    let mut found = Vec::new();
    for change in &delta.changes {
        match change {
            Change::CreateTable(table) => {
                found.extend(table.foreign_keys.iter().map(|key| (table, key)));
            }
            Change::AlterTable(inside) => {
                let keys = inside.foreign_keys.iter().filter_map(added);
                found.extend(keys.map(|key| (&inside.tables.desired, key)));
            }
            Change::DropTable(_)
            | Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateOpaque(..)
            | Change::Object(_)
            | Change::DropOpaque(..) => {}
        }
    }
    let made = |key: &ForeignKey| {
        delta.changes.iter().any(|change| match change {
            Change::CreateTable(table) => table.name == key.references,
            _ => false,
        })
    };
    found
        .into_iter()
        .filter(|(table, key)| key.references != table.name && !made(key))
        .map(|(table, key)| concern(table, key))
        .collect()
}

fn added(edit: &Edit<ForeignKey>) -> Option<&ForeignKey> {
    match edit {
        Edit::Add(key) | Edit::Replace(Pair { desired: key, .. }) => Some(key),
        Edit::Drop(_) | Edit::Rename(_) => None,
    }
}

fn concern(table: &Table, key: &ForeignKey) -> Concern {
    Concern::plain(
        Rule::ParentLocked,
        Object::part("foreign key", &table.name, &key.label.text),
        Severity::Low,
        "writers of the table it refers to wait as well until the step is done",
        "run it in a quiet hour of the table it refers to",
    )
}
