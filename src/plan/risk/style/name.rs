//! ST009, ST010, ST011: names.

use super::made::{Age, Made};
use super::{Advice, Scene};
use crate::engine::{Engine, Object};
use crate::plan::risk::rule::Rule;
use crate::schema::{Label, ObjectKey};

/// Names longer than this are cut or refused as soon as a server or a tool puts something behind them:
/// the end is at 63 bytes (`PostgreSQL` 15 manual, 4.1.1) or 64 characters (`MySQL` 8.4 manual, 11.2.1).
const LONG: usize = 50;

/// What there is to say of the names in a table.
pub(super) fn of_table(made: &Made<'_>, scene: &Scene<'_>, list: &mut Vec<Advice>) {
    let table = made.table;
    if matches!(made.age, Age::New | Age::Renamed) {
        judge(&table.name.name, &Object::table(&table.name), scene, list);
    }
    for column in &made.named {
        let object = Object::part("column", &table.name, &column.name);
        judge(&column.name, &object, scene, list);
    }
    let uniques = made.uniques.iter().map(|key| ("unique", &key.label));
    let indexes = made.indexes.iter().map(|index| ("index", &index.label));
    let keys = made
        .foreign_keys
        .iter()
        .map(|key| ("foreign key", &key.label));
    let chosen = |(_, label): &(&str, &Label)| !label.generated && !label.text.is_empty();
    for (kind, label) in uniques.chain(indexes).chain(keys).filter(chosen) {
        let object = Object::part(kind, &table.name, &label.text);
        judge(&label.text, &object, scene, list);
    }
}

/// What there is to say of the name of an object that is made.
pub(super) fn of_object(key: &ObjectKey, scene: &Scene<'_>, list: &mut Vec<Advice>) {
    let named = key.kind.is_relation() || matches!(key.kind, crate::schema::Kind::Sequence);
    if named {
        judge(key.bare(), &Object::from(key), scene, list);
    }
}

fn judge(name: &str, object: &Object, scene: &Scene<'_>, list: &mut Vec<Advice>) {
    let engine = scene.dialect.engine();
    let upper = name.to_ascii_uppercase();
    if scene
        .dialect
        .reserved_words()
        .binary_search(&upper.as_str())
        .is_ok()
    {
        list.push(Advice::new(
            Rule::ReservedWord,
            object.clone(),
            "its name is a word of SQL, and has to be quoted in every statement",
            "choose a name that needs no quotes",
        ));
    }
    let whole = object.part.is_empty();
    if name.chars().any(char::is_uppercase) {
        match engine {
            Engine::Postgres => list.push(Advice::new(
                Rule::MixedCase,
                object.clone(),
                "its name has capital letters, and has to be quoted in every statement",
                "choose a name of small letters",
            )),
            // 8.4 manual, 11.2.3 "Identifier Case Sensitivity".
            Engine::Mysql | Engine::Mariadb if whole => list.push(Advice::new(
                Rule::MixedCase,
                object.clone(),
                "its name has capital letters, which count on some systems and not on others",
                "choose a name of small letters",
            )),
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {}
        }
    }
    let bounded = match engine {
        Engine::Postgres | Engine::Mysql | Engine::Mariadb => true,
        Engine::Sqlite => false,
    };
    if bounded && name.chars().count() > LONG {
        list.push(Advice::new(
            Rule::LongName,
            object.clone(),
            "its name is nearly as long as a name can be: what is put behind it is cut or refused",
            "choose a shorter one",
        ));
    }
}
