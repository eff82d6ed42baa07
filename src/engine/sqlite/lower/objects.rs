//! Views and triggers, made from their own text and dropped by name; virtual tables, which are
//! made when they are missing.

use super::Lowering;
use crate::engine::aside::{Act, Answer, Habits, Here, Moves, Touch, moves};
use crate::engine::sqlite::text::quote;
use crate::engine::{Object, Phase, Statement, Work};
use crate::schema::{Change, Defined, Delta, Dependency, ObjectKey, Opaque, OpaqueKey, Pair};

/// What becomes of views and triggers.
pub(super) fn all(delta: &Delta) -> Moves<'_> {
    moves(delta, &Sqlite(delta))
}

struct Sqlite<'a>(&'a Delta);

impl Habits for Sqlite<'_> {
    fn in_place(&self, _key: &ObjectKey, _objects: Pair<&Defined>) -> bool {
        false
    }

    /// A trigger goes with its table. Views and triggers that mention a column are looked at when
    /// it is dropped (`lang_altertable.html`, section 5): one that is declared as it is now is the
    /// author's and comes back as it is; for one that nobody declared see `alter`.
    fn answer(&self, (key, _): Here<'_>, on: &Dependency, touch: &Touch<'_>) -> Answer {
        let home = key.kind.is_part() && key.name == on.table;
        let kept = self.0.keeps(key);
        match touch.act {
            Act::Drop if touch.column.is_none() && home => Answer::StepsAside,
            Act::Drop if touch.column.is_none() && kept => Answer::Breaks,
            Act::Drop | Act::Rename if !kept => Answer::StepsAside,
            Act::Drop | Act::Rename | Act::Retype | Act::Extend | Act::Alter => Answer::Stays,
        }
    }

    fn follows(&self, key: &ObjectKey, gone: &ObjectKey) -> bool {
        gone.kind.is_relation() && (key.name == gone.name || !self.0.keeps(key))
    }
}

impl Lowering<'_> {
    /// All changes of views, triggers and virtual tables.
    pub(super) fn objects(&mut self, moves: &Moves<'_>) {
        for stuck in &moves.stuck {
            self.lowered.unsupported.push(stuck.refusal());
        }
        for (key, _) in moves.aside.iter().chain(&moves.dropped) {
            // A trigger goes with its table or its view.
            if !moves.goes_along(key) {
                let word = key.kind.as_str().to_uppercase();
                let sql = format!("DROP {word} {}", quote(key.bare()));
                self.step(Phase::SetAside, Object::from(*key), sql, Work::Metadata);
            }
        }
        for ((key, desired), _) in &moves.comes {
            let statements = vec![Statement::new(&*desired.definition)];
            let (phase, object) = (Phase::Finish, Object::from(*key));
            self.push(phase, object, statements, self.making());
        }
        for change in &self.delta.changes {
            match change {
                Change::CreateOpaque(key, opaque) => self.create_opaque(key, opaque),
                Change::DropOpaque(key, _) => self.drop_opaque(key),
                Change::CreateNamespace(_)
                | Change::DropNamespace(_)
                | Change::CreateTable(_)
                | Change::AlterTable(_)
                | Change::DropTable(_)
                | Change::Object(_) => {}
            }
        }
    }

    fn create_opaque(&mut self, key: &OpaqueKey, opaque: &Opaque) {
        let object = Object::part(&key.kind, &key.name, "");
        let Some(sql) = &opaque.definition else {
            return self.refuse(
                object,
                "SQLite keeps no statement that makes it",
                "create it by hand",
            );
        };
        let statements = vec![Statement::new(sql)];
        self.push(Phase::CreateTables, object, statements, self.making());
    }

    fn drop_opaque(&mut self, key: &OpaqueKey) {
        let sql = format!("DROP TABLE {}", quote(&key.name.name));
        let object = Object::part(&key.kind, &key.name, "");
        self.step(Phase::DropForeignKeys, object, sql, Work::Metadata);
    }
}
