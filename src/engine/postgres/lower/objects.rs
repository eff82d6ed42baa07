//! Objects beside tables: which step aside, and the statements that drop, make and alter them.

mod making;
mod sql;

use super::sequence::recounted;
use super::{Cost, Lowering, grant, labels, swap};
use crate::engine::aside::{Act, Answer, Habits, Here, How, Moves, Touch, moves};
use crate::engine::postgres::expression::mentions;
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{
    Attribute, Change, Column, ColumnEdit, Defined, Delta, Dependency, Generated, Kind, Name,
    ObjectKey, Pair, SEQUENCE, TableDelta, type_name,
};
use std::collections::BTreeSet;

use making::{Leaving, Making, replaced, replacing};
pub(super) use sql::{add_labels, drop as drop_sql};

pub(in crate::engine::postgres) use making::stand_in;
pub(in crate::engine::postgres) use sql::make;

/// What becomes of all of them.
pub(super) fn moved(delta: &Delta) -> Moves<'_> {
    moves(delta, &Postgres(delta))
}

/// Whether all that step aside would come back as they were when a plan is stopped between two of its
/// groups and made again: not what nobody declared, nor owners and grants.
pub(super) fn come_back_whole(delta: &Delta, moves: &Moves<'_>) -> bool {
    let mut aside = moves.aside.iter();
    aside.all(|(key, object)| !delta.keeps(key) && object.rights.is_empty())
}

/// Steps for all of them.
pub(super) fn lower(lowering: &mut Lowering<'_>, moves: &Moves<'_>) {
    let delta = lowering.delta;
    for stuck in &moves.stuck {
        lowering.out.unsupported.push(stuck.refusal());
    }
    let goes_along = |key: &ObjectKey, object: &Defined| {
        moves.goes_along(key) || owner_goes(key, object, &moves.tables)
    };
    let dropped: BTreeSet<&ObjectKey> = moves.dropped.iter().map(|(key, _)| *key).collect();
    for (key, object) in moves.aside.iter().filter(|(key, _)| is_type(key.kind)) {
        if delta.swaps.meanwhile(key).is_none() {
            refuse_in_use(lowering, key);
        }
        swap::refuse_strangers(lowering, key, object);
    }
    let staying = moves.away.iter().copied();
    let staying = staying.filter(|(key, object)| !goes_along(key, object));
    let staying: Vec<Here<'_>> = staying.collect();
    let mut leaving = Leaving::new(&staying);
    let taken = taken(delta, moves);
    for here in &staying {
        let (key, object) = *here;
        let for_good = dropped.contains(key);
        // A routine is called by the types of its arguments: it goes while these have their names.
        let swapped = delta.swaps.concern(object);
        let early = is_early(key, object) && (!swapped || is_type(key.kind));
        let phase = if !(for_good && early) || taken.contains(&key.name) {
            Phase::SetAside
        } else if gives_way(delta, key) {
            Phase::MakeRoutines
        } else {
            Phase::Retire
        };
        if swapped || !for_good || taken.contains(&key.name) {
            swap::refuse_called(lowering, key);
        }
        if for_good && is_type(key.kind) && taken.contains(&key.name) {
            refuse_in_use(lowering, key);
        }
        if let Some(meanwhile) = delta.swaps.meanwhile(key) {
            swap::retire(lowering, key, meanwhile);
        } else {
            leaving.free(lowering, phase, key);
            drop(lowering, phase, *here);
        }
    }
    let mut making = Making::new(moves);
    for (here, how) in &moves.comes {
        come(lowering, &mut making, *here, *how);
    }
}

/// The names that tables and objects which are new take. What has one of them and goes for good goes
/// first: relations, types and the types of their rows share their names, functions and procedures
/// theirs (54.11 `pg_class`, 54.62 `pg_type`, 54.39 `pg_proc`).
fn taken<'a>(delta: &'a Delta, moves: &Moves<'a>) -> BTreeSet<&'a Name> {
    let tables = delta.changes.iter().filter_map(|change| match change {
        Change::CreateTable(table) => Some(&table.name),
        _ => None,
    });
    let made = moves.comes.iter().filter_map(|((key, _), how)| match how {
        How::Made if !key.kind.is_part() => Some(&key.name),
        How::Made | How::Back | How::Altered(_) => None,
    });
    tables.chain(made).collect()
}

/// Whether a routine goes beside one of the same name with other arguments. A call may fit both
/// (PostgreSQL 18 manual, 10.3 "Functions": "not unique"), so it is gone before views and triggers are
/// made; columns, indexes and checks that called it are changed by then.
fn gives_way(delta: &Delta, key: &ObjectKey) -> bool {
    if !matches!(key.kind, Kind::Function | Kind::Procedure) {
        return false;
    }
    // The name of a routine has the types of its arguments in it.
    let first = Name::new(key.name.schema.clone(), format!("{}(", key.bare()));
    [Kind::Function, Kind::Procedure].into_iter().any(|kind| {
        let from = ObjectKey::new(kind, first.clone());
        let mut others = delta.schemas.desired.objects.range(from..);
        others.next().is_some_and(|(other, _)| {
            other.kind == kind
                && other.name.schema == first.schema
                && other.name.name.starts_with(&first.name)
        })
    })
}

/// Whether a column can be of it, or sorted by it.
pub(super) fn is_type(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Enum | Kind::RangeType | Kind::CompositeType | Kind::Domain | Kind::Collation
    )
}

/// A type that is made anew must not be the type of a column meanwhile.
fn refuse_in_use(lowering: &mut Lowering<'_>, key: &ObjectKey) {
    let name = format!("{}.{}", key.name.schema, key.name.name);
    // The server quotes a name only where it has to.
    let is = |printed: &str| printed.replace('"', "").trim_end_matches("[]") == name;
    let tables = lowering.delta.schemas.observed.tables.values();
    let user = tables.flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let mut user = user.filter(|(_, column)| {
        let collation = column.attributes.get(&Attribute::Collation);
        is(&column.data_type) || collation.is_some_and(|collation| is(collation))
    });
    if let Some((table, column)) = user.next() {
        let (table, column) = (table.name.clone(), column.name.clone());
        lowering.refuse(
            Object::from(key),
            format!("it cannot be made anew while column {table}.{column} is of it"),
            "declare a new one under another name, and change the column to it",
        );
    }
}

/// Sequences and statistics go with the table that they belong to.
fn owner_goes(key: &ObjectKey, object: &Defined, tables: &BTreeSet<&Name>) -> bool {
    matches!(key.kind, Kind::Sequence | Kind::Statistics)
        && object
            .depends_on
            .iter()
            .any(|on| tables.contains(&on.table))
}

/// How the server treats what leans on a change.
struct Postgres<'a>(&'a Delta);

impl Habits for Postgres<'_> {
    fn in_place(&self, key: &ObjectKey, objects: Pair<&Defined>) -> bool {
        self.0.swaps.meanwhile(key).is_none() && sql::in_place(key.kind, objects)
    }

    fn answer(&self, (key, object): Here<'_>, on: &Dependency, touch: &Touch<'_>) -> Answer {
        if !object.depends_on.contains(on) {
            // A text that names a table, and not the column, does not lean on the column.
            let named = touch.column.is_none() || on.column.as_deref() == touch.column;
            return if named {
                self.text(key, touch)
            } else {
                Answer::Stays
            };
        }
        let this_column = touch.column.is_none() || on.column.as_deref() == touch.column;
        match touch.act {
            // One that is declared does without what goes; one that nobody declared would not
            // come back.
            Act::Drop if this_column && self.0.keeps(key) => Answer::Breaks,
            Act::Drop if this_column => Answer::StepsAside,
            Act::Retype if this_column && refuses_retype(key.kind) => Answer::StepsAside,
            // What compares it with a constant of the type has to be made with the desired one.
            Act::Retype if this_column && key.kind == Kind::Exclusion && self.swaps(touch) => {
                Answer::StepsAside
            }
            Act::Alter | Act::Retype if leans_on_remade(on, touch) => Answer::StepsAside,
            Act::Alter | Act::Retype if counts_otherwise(key, touch) => Answer::StepsAside,
            // What keeps a tree of the query or the condition follows a rename (52 "System
            // Catalogs": `pg_rewrite`, `pg_policy`).
            Act::Drop | Act::Retype | Act::Rename | Act::Extend | Act::Alter => Answer::Stays,
        }
    }

    fn follows(&self, key: &ObjectKey, gone: &ObjectKey) -> bool {
        // A sequence that belongs to a column leans on nothing else, statistics on columns only.
        !(matches!(key.kind, Kind::Sequence) || gone.kind == Kind::Extension && !self.has(gone))
    }
}

impl Postgres<'_> {
    /// A text that only mentions what changes. One that was declared together with the change is
    /// the author's; one that nobody declared would break silently.
    fn text(&self, key: &ObjectKey, touch: &Touch<'_>) -> Answer {
        match touch.act {
            Act::Drop | Act::Rename if self.0.keeps(key) => Answer::Breaks,
            Act::Drop | Act::Rename | Act::Retype | Act::Extend | Act::Alter => Answer::Stays,
        }
    }

    /// Whether a column that gets another type is of one that is swapped.
    fn swaps(&self, touch: &Touch<'_>) -> bool {
        let edits = touch.inside.into_iter().flat_map(|inside| &inside.columns);
        let mut pairs = edits.filter_map(|edit| match edit {
            ColumnEdit::Change(pair) => Some(pair),
            ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => None,
        });
        pairs.any(|pair| {
            touch.column == Some(&*pair.observed.name)
                && self.0.swaps.leaves(&pair.observed.data_type)
        })
    }

    fn has(&self, key: &ObjectKey) -> bool {
        self.0.schemas.desired.objects.contains_key(key)
    }
}

/// `ALTER COLUMN … TYPE` refuses while one of these reads the column ("cannot alter type of a
/// column used by a view or rule", "… in a trigger definition", "… in a policy definition").
fn refuses_retype(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::View
            | Kind::MaterializedView
            | Kind::Rule
            | Kind::Trigger
            | Kind::Policy
            | Kind::Function
            | Kind::Procedure
    )
}

/// A generated column is dropped and made again when a column that it reads gets another type.
fn leans_on_remade(on: &Dependency, touch: &Touch<'_>) -> bool {
    let (Some(column), Some(inside)) = (on.column.as_deref(), touch.inside) else {
        return false;
    };
    let before = inside.tables.observed.columns.iter();
    let mut before = before.filter(|known| known.name == column);
    let Some(Generated { expression, .. }) = before.find_map(|known| known.generated.as_ref())
    else {
        return false;
    };
    // One that is itself of a type that is swapped is made again, too.
    retyped(inside).any(|name| name == column || mentions(expression, name))
}

/// The sequence of a column that counts otherwise is another one.
fn counts_otherwise(key: &ObjectKey, touch: &Touch<'_>) -> bool {
    let granted = key.column().filter(|(role, _)| role.ends_with(SEQUENCE));
    let (Some((_, column)), Some(inside)) = (granted, touch.inside) else {
        return false;
    };
    inside.columns.iter().any(|edit| match edit {
        ColumnEdit::Change(pair) => {
            pair.observed.name == column && recounted(&pair.observed, &pair.desired)
        }
        ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => false,
    })
}

fn retyped(inside: &TableDelta) -> impl Iterator<Item = &str> {
    inside.columns.iter().filter_map(|edit| match edit {
        ColumnEdit::Change(pair) if pair.observed.data_type != pair.desired.data_type => {
            Some(pair.observed.name.as_str())
        }
        ColumnEdit::Change(_) | ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => None,
    })
}

/// Whether tables may lean on it, so that it has to be there before them and goes after them.
fn is_early(key: &ObjectKey, object: &Defined) -> bool {
    match key.kind {
        Kind::Extension
        | Kind::Collation
        | Kind::Enum
        | Kind::RangeType
        | Kind::CompositeType
        | Kind::Domain
        | Kind::DomainCheck
        | Kind::Sequence => true,
        Kind::Function | Kind::Procedure => object.depends_on.is_empty(),
        Kind::View
        | Kind::MaterializedView
        | Kind::ViewIndex
        | Kind::Exclusion
        | Kind::Temporal
        | Kind::Statistics
        | Kind::Rule
        | Kind::Policy
        | Kind::Trigger
        | Kind::Event
        | Kind::Grant => false,
    }
}

fn drop(lowering: &mut Lowering<'_>, phase: Phase, (key, object): Here<'_>) {
    if key.kind == Kind::Grant {
        let statements = grant::drop(key, object);
        lowering.push_all(phase, Object::from(key), statements, grant::COST);
        return;
    }
    // `DROP` takes the strongest lock on the object, and on the table that a part hangs on.
    let cost = (Lock::BlocksAll, Work::Metadata);
    let statement = Statement::new(sql::drop(key));
    lowering.push(phase, Object::from(key), statement, cost);
}

fn come<'a>(
    lowering: &mut Lowering<'_>,
    making: &mut Making<'a>,
    (key, desired): Here<'a>,
    how: How<'_>,
) {
    let own = match key.kind {
        Kind::Function | Kind::Procedure if !desired.depends_on.is_empty() => Phase::MakeRoutines,
        _ if is_early(key, desired) => Phase::Prepare,
        _ => Phase::Finish,
    };
    let phase = making.phase(lowering, (key, desired), own);
    let statements = match how {
        How::Made | How::Back => {
            let meanwhile = lowering.delta.swaps.meanwhile(key);
            let renamed = meanwhile.map(|meanwhile| sql::rename(key, meanwhile));
            let mut all: Vec<Statement> = renamed.into_iter().collect();
            all.extend(match key.kind {
                Kind::Grant => grant::make_in(lowering, key, desired),
                Kind::View if making.stands(key) => sql::make(key, &replaced(desired)),
                _ => sql::make(key, desired),
            });
            all.extend(desired.rights.iter().map(Statement::new));
            all
        }
        How::Altered(observed) => {
            let objects = Pair { observed, desired };
            if key.kind == Kind::Enum {
                labels::remember(lowering, key, objects);
            }
            sql::alter(key, objects)
        }
    };
    if !statements.is_empty() {
        let cost = match key.kind {
            // `CREATE INDEX` takes `SHARE`; the view is there already.
            Kind::ViewIndex if lowering.has_view(key) => (Lock::BlocksWrites, Work::IndexBuild),
            // `SHARE` on every table with a column of the domain.
            _ if looks_at_values(lowering, key, desired, how) => (Lock::BlocksWrites, Work::Scan),
            _ => cost(key.kind, how),
        };
        if leads_elsewhere(lowering, key, desired) {
            // The table may be nobody's yet, the one it leads to is somebody's.
            let cost = (Lock::BlocksWrites, Work::Metadata);
            lowering.push_as_is(phase, Object::from(key), statements, cost);
        } else {
            lowering.push_all(phase, Object::from(key), statements, cost);
        }
    }
    let owner = sql::owner(desired).filter(|_| match how {
        How::Made | How::Back => true,
        How::Altered(before) => sql::owner(before) != sql::owner(desired),
    });
    if key.kind == Kind::Sequence
        && let Some(owner) = owner
    {
        let statement = Statement::new(format!("ALTER {} OWNED BY {owner}", sql::noun(key)));
        let cost = (Lock::BlocksWrites, Work::Metadata);
        lowering.push(Phase::Finish, Object::from(key), statement, cost);
    }
}

/// Whether a temporal foreign key of a table that the plan makes leads to one that was there before:
/// `SHARE ROW EXCLUSIVE` on that one (18, `ALTER TABLE`, `ADD table_constraint`).
fn leads_elsewhere(lowering: &Lowering<'_>, key: &ObjectKey, object: &Defined) -> bool {
    let mut leans = object.depends_on.iter();
    key.kind == Kind::Temporal
        && lowering.new.contains(&key.name)
        && leans.any(|lean| !lowering.new.contains(&lean.table))
}

impl Lowering<'_> {
    /// Whether the materialized view of an index is there before.
    fn has_view(&self, index: &ObjectKey) -> bool {
        let view = ObjectKey::new(Kind::MaterializedView, index.name.clone());
        self.delta.schemas.observed.objects.contains_key(&view)
    }
}

/// Whether a domain that columns are of takes fewer values than before: `ALTER DOMAIN … ADD
/// CONSTRAINT` and `SET NOT NULL` read all of them.
fn looks_at_values(
    lowering: &Lowering<'_>,
    key: &ObjectKey,
    desired: &Defined,
    how: How<'_>,
) -> bool {
    let required = |object: &Defined| object.attributes.contains_key(&Attribute::ValueNotNull);
    let stricter = match (key.kind, how) {
        (Kind::Domain, How::Altered(before)) => required(desired) && !required(before),
        (Kind::DomainCheck, How::Made | How::Back) => true,
        _ => false,
    };
    let mut tables = lowering.delta.schemas.observed.tables.values();
    let is_held = |column: &Column| type_name(&column.data_type).as_ref() == Some(&key.name);
    let domain = ObjectKey::new(Kind::Domain, key.name.clone());
    let is_altered = lowering.delta.swaps.meanwhile(&domain).is_none();
    stricter && is_altered && tables.any(|table| table.columns.iter().any(is_held))
}

/// `ALTER SEQUENCE` and `CREATE TRIGGER` take `SHARE ROW EXCLUSIVE`, `CREATE POLICY` and `CREATE RULE` take `ACCESS
/// EXCLUSIVE` on their table (13.3.1 "Table-Level Locks"). A view that is replaced is locked.
fn cost(kind: Kind, how: How<'_>) -> Cost {
    let lock = match (kind, how) {
        (Kind::Trigger, _) | (Kind::Sequence, How::Altered(_)) => Lock::BlocksWrites,
        // `CREATE STATISTICS` takes `SHARE UPDATE EXCLUSIVE`.
        (Kind::Statistics, _) => Lock::Shared,
        (Kind::Policy | Kind::Rule | Kind::Exclusion | Kind::Temporal, _)
        | (Kind::View, How::Altered(_)) => Lock::BlocksAll,
        _ => Lock::None,
    };
    let work = match kind {
        Kind::Exclusion | Kind::Temporal | Kind::ViewIndex => Work::IndexBuild,
        Kind::MaterializedView => Work::Scan,
        _ => Work::Metadata,
    };
    (lock, work)
}
