//! ST001, ST012, ST013, ST020: tables without a key, and storage of another age.

use super::Advice;
use super::made::{Age, Made};
use crate::engine::{Engine, Object};
use crate::plan::risk::rule::Rule;
use crate::schema::Attribute;

/// What there is to say of a table.
pub(super) fn advise(made: &Made<'_>, engine: Engine, list: &mut Vec<Advice>) {
    let table = made.table;
    let object = || Object::table(&table.name);
    let keyless = table.primary_key.is_none() && table.partition_of.is_none();
    if keyless && matches!(made.age, Age::New | Age::LosesKey) {
        list.push(Advice::new(
            Rule::NoPrimaryKey,
            object(),
            "the table has no primary key: rows cannot be told apart, by replication neither",
            "declare one, if only a counting column",
        ));
    }
    match engine {
        Engine::Mysql | Engine::Mariadb => {}
        Engine::Postgres | Engine::Sqlite => return,
    }
    if made
        .set(Attribute::Charset)
        .is_some_and(|it| it.starts_with("utf8mb3"))
    {
        list.push(Advice::new(
            Rule::Utf8mb3,
            object(),
            "its columns take the character set utf8mb3, which lacks characters beyond three bytes",
            "declare utf8mb4",
        ));
    }
    let is = |attribute, words: &[&str]| {
        let value = made.set(attribute);
        value.is_some_and(|it| words.iter().any(|word| word.eq_ignore_ascii_case(it)))
    };
    if is(Attribute::StorageEngine, &["MyISAM"]) {
        list.push(Advice::new(
            Rule::Myisam,
            object(),
            "MyISAM has neither transactions nor foreign keys, and is not safe when the server ends",
            "declare InnoDB",
        ));
    }
    if is(Attribute::RowFormat, &["COMPACT", "REDUNDANT"]) {
        list.push(Advice::new(
            Rule::OldRowFormat,
            object(),
            "the row format is an old one: index prefixes end at 767 bytes, and long values take room \
             in the row",
            "leave ROW_FORMAT out, or declare DYNAMIC",
        ));
    }
}
