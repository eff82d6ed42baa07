//! Views, routines, triggers and events: made, made anew, dropped.

use super::{CATALOG, Cost, NEW, Plan};
use crate::engine::aside::{Act, Answer, Habits, Here, How, Stuck, Touch, moves};
use crate::engine::mysql::render;
use crate::engine::statement::Statement;
use crate::engine::step::{Lock, Mode, Object, Phase, Step, Work};
use crate::schema::{Attribute, Defined, Delta, Dependency, Kind, ObjectKey, Pair};
use std::collections::BTreeSet;

/// Steps for all of them.
pub(super) fn all(plan: &mut Plan) {
    let delta = plan.delta;
    let moves = moves(delta, &Mysql(delta));
    plan.out
        .unsupported
        .extend(moves.stuck.iter().map(Stuck::refusal));
    for (key, _) in moves.aside.iter().chain(&moves.dropped) {
        // A trigger goes with its table (`MySQL` 8.4 manual, 15.1.34 "DROP TRIGGER").
        if !moves.goes_along(key) {
            plan.step(Phase::SetAside, Object::from(*key), drop(key), cost(key));
        }
    }
    let coming: BTreeSet<&ObjectKey> = moves.comes.iter().map(|((key, _), _)| *key).collect();
    for ((key, desired), how) in &moves.comes {
        // Bodies are not looked into when a routine is made; views and triggers need what they name.
        let phase = match key.kind {
            Kind::Function | Kind::Procedure => Phase::Prepare,
            _ => Phase::Finish,
        };
        let sql = match how {
            How::Made | How::Back if key.kind == Kind::Trigger => {
                in_turn(key, desired, delta.fires_before(key, &coming))
            }
            How::Made | How::Back => desired.definition.clone(),
            How::Altered(_) => desired
                .definition
                .replacen("CREATE", "CREATE OR REPLACE", 1),
        };
        let cost = match key.kind {
            Kind::Trigger => cost(key),
            _ => NEW,
        };
        plan.out.steps.push(Step {
            phase,
            object: Object::from(*key),
            statements: under_its_mode(desired, sql),
            lock: cost.0,
            work: cost.1,
            mode: Mode::Alone,
            leftover: None,
            rungs: Vec::new(),
        });
    }
}

/// The statement that makes a trigger, at its place among those that are there: it would fire last
/// otherwise (`MySQL` 8.4 manual, 15.1.22).
fn in_turn(key: &ObjectKey, trigger: &Defined, next: Option<&ObjectKey>) -> String {
    let sql = &trigger.definition;
    let Some(next) = next else {
        return sql.clone();
    };
    let head = format!(" ON {} FOR EACH ROW ", render::name(&key.name));
    // Behind its own name, which may hold anything.
    let own = format!("CREATE TRIGGER {} ", render::quote(&key.part)).len();
    let at = sql.get(own..).and_then(|rest| rest.find(&head));
    let split = at.and_then(|at| sql.split_at_checked(own + at + head.len()));
    match split {
        Some((head, body)) => format!("{head}PRECEDES {} {body}", render::quote(&next.part)),
        None => sql.clone(),
    }
}

/// What touching an object that is there costs. A trigger's table is waited for until nobody uses it,
/// as the servers themselves show (`docs/locks.md`); the manuals do not say so.
fn cost(key: &ObjectKey) -> Cost {
    match key.kind {
        Kind::Trigger => Cost(Lock::BlocksAll, Work::Metadata),
        _ => CATALOG,
    }
}

/// The statements that make an object in a copy of the database.
pub(in crate::engine::mysql) fn make(key: &ObjectKey, object: &Defined) -> Vec<Statement> {
    // A copy of an event must not run.
    let sql = match key.kind {
        Kind::Event => object.definition.replacen(" ENABLE", " DISABLE", 1),
        _ => object.definition.clone(),
    };
    under_its_mode(object, sql)
}

/// The statement, run under the modes by which its text is to be read.
fn under_its_mode(object: &Defined, sql: String) -> Vec<Statement> {
    let Some(modes) = object.attributes.get(&Attribute::SqlMode) else {
        return vec![Statement::new(sql)];
    };
    vec![
        Statement::new("SET @driftless_sql_mode = @@SESSION.sql_mode"),
        Statement::new(format!(
            "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',{modes}')"
        )),
        Statement::new(sql),
        Statement::new("SET SESSION sql_mode = @driftless_sql_mode"),
    ]
}

struct Mysql<'a>(&'a Delta);

impl Habits for Mysql<'_> {
    fn in_place(&self, key: &ObjectKey, _objects: Pair<&Defined>) -> bool {
        key.kind == Kind::View
    }

    /// Nothing holds a table or a column back: what names one that is gone fails when it is used.
    /// What was declared together with the change is the author's; what nobody declared would
    /// break silently.
    fn answer(&self, (key, _): Here<'_>, on: &Dependency, touch: &Touch<'_>) -> Answer {
        let home = key.kind.is_part() && key.name == on.table && touch.column.is_none();
        match touch.act {
            Act::Drop if home => Answer::StepsAside,
            // Triggers follow their table, and lean on its columns by their names only.
            Act::Rename if home => Answer::Stays,
            Act::Drop | Act::Rename
                if key.kind.is_part() && key.name == on.table && on.column.is_none() =>
            {
                Answer::Stays
            }
            Act::Drop | Act::Rename if self.0.keeps(key) => Answer::Breaks,
            // A view that names what is gone can neither be read nor copied: a plan that stops half
            // way leaves none rather than a broken one.
            Act::Drop | Act::Rename if key.kind == Kind::View => Answer::StepsAside,
            Act::Drop | Act::Rename | Act::Retype | Act::Extend | Act::Alter => Answer::Stays,
        }
    }

    fn follows(&self, key: &ObjectKey, gone: &ObjectKey) -> bool {
        gone.kind.is_relation() && key.kind.is_relation()
    }
}

fn drop(key: &ObjectKey) -> String {
    let name = if key.part.is_empty() {
        render::name(&key.name)
    } else {
        render::quote(&key.part)
    };
    format!("DROP {} {name}", key.kind.as_str().to_uppercase())
}
