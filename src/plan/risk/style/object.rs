//! ST016, ST019: code in the database, and whose rights it runs with.

use super::Advice;
use crate::engine::{Engine, Object};
use crate::plan::risk::rule::Rule;
use crate::schema::{Defined, Kind, ObjectKey};

/// What there is to say of an object that is made.
pub(super) fn advise(key: &ObjectKey, object: &Defined, engine: Engine, list: &mut Vec<Advice>) {
    let runs = matches!(
        key.kind,
        Kind::Trigger | Kind::Rule | Kind::Function | Kind::Procedure | Kind::Event
    );
    if matches!(key.kind, Kind::Trigger | Kind::Rule) {
        list.push(Advice::new(
            Rule::HiddenCode,
            Object::from(key),
            "programs do not see that it runs with what they write, and wait for it",
            "see that whoever writes the table knows of it, and that bulk changes can bear it",
        ));
    }
    let family = matches!(engine, Engine::Mysql | Engine::Mariadb);
    let head = object.definition.contains("SQL SECURITY INVOKER");
    // Triggers and events cannot run with other rights (`MySQL` 8.4 manual, 27.6).
    let chooses = matches!(key.kind, Kind::View | Kind::Function | Kind::Procedure);
    if family && !head && chooses {
        list.push(Advice::new(
            Rule::Definer,
            Object::from(key),
            if runs {
                "it runs with the rights of the account that applies the plan, whoever calls it"
            } else {
                "it reads with the rights of the account that applies the plan, whoever asks"
            },
            "declare SQL SECURITY INVOKER, unless it is there to give those rights",
        ));
    }
}
