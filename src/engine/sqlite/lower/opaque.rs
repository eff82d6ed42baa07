//! Objects that are not modelled: made from their own text, dropped by name.

use super::Lowering;
use crate::engine::sqlite::text::quote;
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{Change, Opaque, OpaqueKey};

/// Virtual tables, then views, then triggers, which need both; dropped the other way round.
fn rank(key: &OpaqueKey) -> u8 {
    match key.kind.as_str() {
        "view" => 1,
        "trigger" => 2,
        _ => 0,
    }
}

impl Lowering<'_> {
    /// All changes of such objects.
    pub(super) fn opaque(&mut self) {
        let (mut made, mut gone) = (Vec::new(), Vec::new());
        for change in &self.delta.changes {
            match change {
                Change::CreateOpaque(key, opaque) => made.push((key, opaque)),
                Change::DropOpaque(key, _) => gone.push(key),
                Change::CreateNamespace(_)
                | Change::DropNamespace(_)
                | Change::CreateTable(_)
                | Change::AlterTable(_)
                | Change::DropTable(_) => {}
            }
        }
        made.sort_by_key(|(key, _)| rank(key));
        gone.sort_by_key(|key| std::cmp::Reverse(rank(key)));
        for (key, opaque) in made {
            self.create_opaque(key, opaque);
        }
        for key in gone {
            self.drop_opaque(key);
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
        let phase = match rank(key) {
            0 => Phase::CreateTables,
            _ => Phase::Finish,
        };
        self.push(
            phase,
            object,
            vec![Statement::new(sql)],
            (Lock::None, Work::Metadata),
        );
    }

    fn drop_opaque(&mut self, key: &OpaqueKey) {
        let word = match key.kind.as_str() {
            "view" => "VIEW",
            "trigger" => "TRIGGER",
            _ => "TABLE",
        };
        let sql = format!("DROP {word} {}", quote(&key.name.name));
        // Before anything else, so that no rename meets a view whose table is gone.
        let object = Object::part(&key.kind, &key.name, "");
        self.step(Phase::DropForeignKeys, object, sql, Work::Metadata);
    }
}
