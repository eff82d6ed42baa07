//! Primary keys, unique constraints, indexes and checks.

use super::foreign_keys::{self, Need, needed_by};
use super::keyed::{KeyEdit, Keyed, key_edits};
use super::{BUILD, CATALOG, COPY, Plan, cost};
use crate::engine::mysql::decode::words;
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Object, Phase};
use crate::schema::{
    Attribute, Check, Column, ColumnEdit, Edit, Fold, Index, Key, Pair, Part, Table, TableDelta,
    Term,
};

const FOLD: Fold = Fold::UnicodeCase;

/// Everything that goes, before columns do.
pub(super) fn dropped(plan: &mut Plan, delta: &TableDelta) {
    foreign_keys::dropped(plan, delta);
    for edit in &delta.checks {
        match edit {
            Edit::Drop(check) => drop_check(plan, delta, check),
            Edit::Replace(pair) | Edit::Rename(pair) => drop_check(plan, delta, &pair.observed),
            Edit::Add(_) => {}
        }
    }
    let grouped = grouped_columns(delta);
    for edit in key_edits(delta, plan.flavour) {
        if let KeyEdit::Drop(old) | KeyEdit::Replace(old, _) = edit
            && !begins_in(&grouped, old.parts)
            && needed_by(plan.flavour, plan.delta, delta, &old).is_none()
        {
            let object = Object::part(old.kind, &delta.tables.desired.name, old.name);
            let clause = format!("DROP INDEX {}", render::quote(old.name));
            plan.alter(Phase::DropParts, object, &[clause], CATALOG);
        }
    }
}

/// Whether an index begins with one of these columns: such an index may be what lets it count.
fn begins_in(columns: &[String], parts: &[Part]) -> bool {
    let first = parts.first().and_then(Part::column_name);
    first.is_some_and(|name| columns.iter().any(|c| FOLD.same(c, name)))
}

fn drop_check(plan: &mut Plan, delta: &TableDelta, check: &Check) {
    if check.attributes.contains_key(&Attribute::ColumnLevel) {
        // It goes with its column, or with the column's next definition.
        return;
    }
    let object = Object::part("check", &delta.tables.desired.name, &check.label.text);
    let word = match plan.flavour {
        Flavour::Mysql => "CHECK",
        Flavour::Mariadb => "CONSTRAINT",
    };
    let clause = format!("DROP {word} {}", render::quote(&check.label.text));
    plan.alter(Phase::DropParts, object, &[clause], CATALOG);
}

/// A name the server made up may be another's here; then the server makes up one more.
fn add_check(plan: &mut Plan, delta: &TableDelta, check: &Check) {
    if check.attributes.contains_key(&Attribute::ColumnLevel) {
        return;
    }
    let cost = if check.attributes.contains_key(&Attribute::NotEnforced) {
        CATALOG
    } else {
        // Existing rows are checked while the table is copied: 17.12.1 has no other form.
        COPY
    };
    let object = Object::part("check", &delta.tables.desired.name, &check.label.text);
    let mut named = check.clone();
    let stays = |old: &&Check| {
        let gone = |edit: &Edit<Check>| match edit {
            Edit::Drop(check) => check.label == old.label,
            Edit::Replace(pair) => pair.observed.label == old.label,
            Edit::Rename(_) | Edit::Add(_) => false,
        };
        !delta.checks.iter().any(gone)
    };
    let mut others = delta.tables.observed.checks.iter().filter(stays);
    if named.label.generated && others.any(|old| FOLD.same(&old.label.text, &named.label.text)) {
        named.label.text.clear();
    }
    let clause = format!("ADD {}", render::check(&named));
    plan.alter(Phase::AddParts, object, &[clause], cost);
}

/// Takes a check away for the time of a rename, and puts it back as it is wanted.
pub(super) fn around_check(plan: &mut Plan, delta: &TableDelta, check: &Check) {
    let edited = delta.checks.iter().any(|edit| match edit {
        Edit::Drop(old) => old.label == check.label,
        Edit::Replace(pair) | Edit::Rename(pair) => pair.observed.label == check.label,
        Edit::Add(_) => false,
    });
    let object = Object::part("check", &delta.tables.desired.name, &check.label.text);
    if edited || plan.out.steps.iter().any(|step| step.object == object) {
        return;
    }
    let followed = super::renames::follow(delta, &check.expression);
    let wanted = &delta.tables.desired.checks;
    if let Some(after) = wanted.iter().find(|new| new.expression == followed) {
        let mut after = after.clone();
        after.label = check.label.clone();
        after.label.generated = false;
        drop_check(plan, delta, check);
        add_check(plan, delta, &after);
    }
}

/// Takes a functional index away for the time of a rename, and builds it again.
pub(super) fn around_index(plan: &mut Plan, delta: &TableDelta, index: &Index) {
    let table = &delta.tables.desired;
    let object = Object::part("index", &table.name, &index.label.text);
    let mut wanted = table.indexes.iter();
    let after = wanted.find(|new| FOLD.same(&new.label.text, &index.label.text));
    if let Some(after) = after
        && !plan.out.steps.iter().any(|step| step.object == object)
    {
        let clause = format!("DROP INDEX {}", render::quote(&index.label.text));
        plan.alter(Phase::DropParts, object.clone(), &[clause], CATALOG);
        let clause = format!("ADD {}", render::index(table, after, plan.flavour));
        let cost = cost::building(plan.flavour, &after.parts, None);
        plan.alter(Phase::BuildIndexes, object, &[clause], cost);
    }
}

/// Whether an index computes something from a column (given in lower case).
pub(super) fn is_computed_from(parts: &[Part], column: &str) -> bool {
    parts.iter().any(|part| match &part.term {
        Term::Expression(sql) => words(sql).contains(column),
        Term::Column(_) => false,
    })
}

/// Whether an index holds a column.
pub(super) fn indexed(table: &Table, column: &str) -> bool {
    let keys = table.primary_key.iter().chain(&table.uniques);
    keys.map(|key| &key.parts)
        .chain(table.indexes.iter().map(|index| &index.parts))
        .flatten()
        .any(|part| {
            part.column_name()
                .is_some_and(|name| FOLD.same(name, column))
        })
}

/// Columns whose change cannot be parted from a change of keys: those of a primary key that
/// changes, and those that begin or cease to count, since such a column must be a key at every
/// moment (`MySQL` 8.4 manual, 15.1.20, "`AUTO_INCREMENT`").
pub(super) fn grouped_columns(delta: &TableDelta) -> Vec<String> {
    let names = |key: &Key| -> Vec<String> {
        let columns = key.parts.iter().filter_map(Part::column_name);
        columns.map(str::to_owned).collect()
    };
    let mut found = match &delta.primary_key {
        Some(Edit::Add(key) | Edit::Drop(key)) => names(key),
        Some(Edit::Replace(pair)) => [names(&pair.observed), names(&pair.desired)].concat(),
        Some(Edit::Rename(_)) | None => Vec::new(),
    };
    let counts = |column: &Column| column.attributes.contains_key(&Attribute::AutoIncrement);
    for edit in &delta.columns {
        match edit {
            ColumnEdit::Add { column, .. } | ColumnEdit::Drop(column) if counts(column) => {
                found.push(column.name.clone());
            }
            ColumnEdit::Change(pair) if counts(&pair.observed) != counts(&pair.desired) => {
                found.push(pair.desired.name.clone());
            }
            _ => {}
        }
    }
    found
}

/// The primary key, and the indexes and the clauses of columns that go with it, in one statement.
pub(super) fn primary_key(plan: &mut Plan, delta: &TableDelta, columns: Vec<String>) {
    let table = &delta.tables.desired;
    let grouped = grouped_columns(delta);
    let add = |key: &Key| format!("ADD {}", render::primary_key(table, key, plan.flavour));
    let drop = || "DROP PRIMARY KEY".to_owned();
    let rebuild = cost::rebuild(plan.flavour, &delta.tables.observed);
    // 17.12.1, "Primary Key Operations": dropping alone copies, the rest rebuilds.
    let (key, cost) = match &delta.primary_key {
        None | Some(Edit::Rename(_)) => (Vec::new(), COPY),
        Some(Edit::Add(key)) => (vec![add(key)], rebuild),
        Some(Edit::Drop(_)) => (vec![drop()], COPY),
        Some(Edit::Replace(pair)) => (vec![drop(), add(&pair.desired)], rebuild),
    };
    let object = match grouped.first() {
        _ if !key.is_empty() => Object::part("primary key", &table.name, "PRIMARY"),
        Some(column) => Object::part("column", &table.name, column),
        None => return,
    };
    let cost = if columns.is_empty() { cost } else { COPY };
    let mut clauses = columns;
    clauses.extend(key);
    clauses.extend(foreign_keys::without_the_key(plan.flavour, delta));
    if let Some(Edit::Add(new) | Edit::Replace(Pair { desired: new, .. })) = &delta.primary_key {
        let (parts, attributes) = (&new.parts, &new.attributes);
        clauses.extend(foreign_keys::replaced(
            plan.flavour,
            delta,
            parts,
            attributes,
        ));
    }
    for edit in key_edits(delta, plan.flavour) {
        let (old, new) = match edit {
            KeyEdit::Add(new)
                if foreign_keys::relieves_the_key(plan.flavour, plan.delta, delta, &new) =>
            {
                clauses.push(format!("ADD {}", new.clause));
                continue;
            }
            KeyEdit::Add(new) => (None, Some(new)),
            KeyEdit::Drop(old) => (Some(old), None),
            KeyEdit::Replace(old, new) => (Some(old), Some(new)),
            KeyEdit::Rename(..) => continue,
        };
        if let Some(old) = old.filter(|old| begins_in(&grouped, old.parts)) {
            clauses.push(format!("DROP INDEX {}", render::quote(old.name)));
        }
        if let Some(new) = new.filter(|new| begins_in(&grouped, new.parts)) {
            clauses.push(format!("ADD {}", new.clause));
        }
    }
    if !clauses.is_empty() {
        plan.alter(Phase::AlterTables, object, &clauses, cost);
    }
}

/// Everything that comes, after columns have.
pub(super) fn added(plan: &mut Plan, delta: &TableDelta) {
    for edit in &delta.checks {
        match edit {
            Edit::Add(check) => add_check(plan, delta, check),
            Edit::Replace(pair) | Edit::Rename(pair) => add_check(plan, delta, &pair.desired),
            Edit::Drop(_) => {}
        }
    }
    let table = &delta.tables.desired;
    let grouped = grouped_columns(delta);
    let object = |keyed: &Keyed| Object::part(keyed.kind, &table.name, keyed.name);
    let phase = |keyed: &Keyed| match keyed.kind {
        "unique" => Phase::AddParts,
        _ => Phase::BuildIndexes,
    };
    let (mut late, mut renames) = (Vec::new(), Vec::new());
    for edit in key_edits(delta, plan.flavour) {
        match edit {
            KeyEdit::Add(new)
                if foreign_keys::relieves_the_key(plan.flavour, plan.delta, delta, &new) => {}
            KeyEdit::Add(new) if !begins_in(&grouped, new.parts) => {
                let mut clauses =
                    foreign_keys::replaced(plan.flavour, delta, new.parts, new.attributes);
                clauses.push(format!("ADD {}", new.clause));
                plan.alter(phase(&new), object(&new), &clauses, new.cost);
            }
            KeyEdit::Replace(old, new) => {
                let stays = begins_in(&grouped, old.parts);
                let need = needed_by(plan.flavour, plan.delta, delta, &old).filter(|_| !stays);
                // The index a foreign key lives on changes in one statement.
                let mut clauses = Vec::new();
                if need.is_some() {
                    clauses.push(format!("DROP INDEX {}", render::quote(old.name)));
                }
                if let Some(Need::Own(key)) = need {
                    clauses.extend(foreign_keys::instead(plan.flavour, table, key));
                }
                if !begins_in(&grouped, new.parts) {
                    clauses.extend(foreign_keys::replaced(
                        plan.flavour,
                        delta,
                        new.parts,
                        new.attributes,
                    ));
                    clauses.push(format!("ADD {}", new.clause));
                }
                if !clauses.is_empty() {
                    plan.alter(phase(&new), object(&new), &clauses, new.cost);
                }
            }
            KeyEdit::Drop(old) if !begins_in(&grouped, old.parts) => {
                if let Some(need) = needed_by(plan.flavour, plan.delta, delta, &old) {
                    late.push((object(&old), old.name.to_owned(), need));
                }
            }
            KeyEdit::Rename(old, to) => renames.push((object(&old), old.name, to)),
            _ => {}
        }
    }
    for pair in &delta.key_indexes {
        let object = Object::part("index", &table.name, &pair.observed);
        renames.push((object, &pair.observed, &pair.desired));
    }
    rename_indexes(plan, renames);
    let (last, late): (Vec<_>, Vec<_>) = late.into_iter().partition(|(.., need)| match need {
        Need::Own(key) => foreign_keys::is_outgrown(delta, key),
        Need::Referring => false,
    });
    for (object, name, need) in late {
        drop_needed(plan, table, object, &name, &need);
    }
    foreign_keys::added(plan, delta, !last.is_empty());
    for (object, name, _) in last {
        let clause = format!("DROP INDEX {}", render::quote(&name));
        plan.alter(Phase::AddForeignKeys, object, &[clause], CATALOG);
    }
}

/// Gives indexes their names: one by one, or all at once where one gets the name of another.
fn rename_indexes(plan: &mut Plan, renames: Vec<(Object, &str, &str)>) {
    let crossed = renames
        .iter()
        .any(|(_, _, to)| renames.iter().any(|(_, from, _)| FOLD.same(from, to)));
    let clause = |from: &str, to: &str| {
        let (from, to) = (render::quote(from), render::quote(to));
        format!("RENAME INDEX {from} TO {to}")
    };
    if crossed {
        let clauses: Vec<String> = renames
            .iter()
            .map(|(_, from, to)| clause(from, to))
            .collect();
        if let Some((object, ..)) = renames.into_iter().next() {
            plan.alter(Phase::AlterTables, object, &clauses, CATALOG);
        }
    } else {
        for (object, from, to) in renames {
            plan.alter(Phase::AlterTables, object, &[clause(from, to)], CATALOG);
        }
    }
}

/// Drops an index that a foreign key needs, once another one is there: one that was just built,
/// or one like the server would have made by itself.
fn drop_needed(plan: &mut Plan, table: &Table, object: Object, name: &str, need: &Need) {
    let mut clauses = vec![format!("DROP INDEX {}", render::quote(name))];
    if let Need::Own(key) = need {
        clauses.extend(foreign_keys::instead(plan.flavour, table, key));
    }
    plan.alter(Phase::BuildIndexes, object, &clauses, BUILD);
}
