//! The `ALTER` statements that dumps write.

use super::error::Refusal;
use super::words::Words;
use super::{AlterKind, Flavor, PieceKind, Reason, qualify};

/// Objects of a schema whose owner a dump sets.
const OWNED: &[&str] = &[
    "TABLE",
    "SEQUENCE",
    "VIEW",
    "MATERIALIZED VIEW",
    "FUNCTION",
    "PROCEDURE",
    "ROUTINE",
    "AGGREGATE",
    "TYPE",
    "DOMAIN",
    "SCHEMA",
    "COLLATION",
    "CONVERSION",
    "STATISTICS",
    "TEXT SEARCH CONFIGURATION",
    "TEXT SEARCH DICTIONARY",
    "OPERATOR CLASS",
    "OPERATOR FAMILY",
];

/// Checks a statement whose first word is `ALTER`.
pub(super) fn check(words: &Words<'_>) -> Result<PieceKind, Refusal> {
    let kind = match words.flavor {
        Flavor::Postgres => postgres(words)?,
        Flavor::Mysql | Flavor::Mariadb => mysql(words)?,
        Flavor::Sqlite => return Err(Refusal::at(0, Reason::Alter)),
    };
    qualify::references(words, &PieceKind::Alter(kind))?;
    Ok(PieceKind::Alter(kind))
}

/// Steps over the altered object's name, checking its schema.
fn behind_name(words: &Words<'_>, at: usize) -> Result<usize, Refusal> {
    let Some(name) = words.name(at) else {
        return Err(Refusal::at(0, Reason::Alter));
    };
    qualify::object(words, at, &name)?;
    Ok(name.end)
}

fn postgres(words: &Words<'_>) -> Result<AlterKind, Refusal> {
    let refused = || Refusal::at(0, Reason::Alter);
    if words.is(1, "OPERATOR") && !words.any(2, &["CLASS", "FAMILY"]) {
        let group = (2..words.tokens.len()).find(|at| words.symbol(*at, "("));
        let behind = words.behind_group(group.ok_or_else(refused)?);
        return owner(words, behind).ok_or_else(refused);
    }
    if words.is(1, "INDEX") {
        let at = behind_name(words, 2)?;
        let attached = words.sequence(at, "ATTACH PARTITION").is_some();
        return attached
            .then_some(AlterKind::AttachPartition)
            .ok_or_else(refused);
    }
    let object = OWNED
        .iter()
        .find_map(|object| words.sequence(1, object))
        .ok_or_else(refused)?;
    let mut at = 1 + object;
    at += words.sequence(at, "IF EXISTS").unwrap_or(0);
    at += words.sequence(at, "ONLY").unwrap_or(0);
    let at = behind_name(words, at)?;
    if words.is(1, "TABLE") {
        return postgres_table(words, at);
    }
    if words.is(1, "SEQUENCE") && words.sequence(at, "OWNED BY").is_some() {
        let owned = words.name(at + 2).is_some_and(|name| words.ended(name.end));
        return owned
            .then_some(AlterKind::SequenceOwnedBy)
            .ok_or_else(refused);
    }
    if words.is(1, "DOMAIN") && words.is(at, "ADD") {
        return Ok(AlterKind::AddConstraint);
    }
    let configuration = words.sequence(1, "TEXT SEARCH CONFIGURATION").is_some();
    if configuration && words.sequence(at, "ADD MAPPING FOR").is_some() {
        return Ok(AlterKind::SearchMapping);
    }
    let at = words.behind_group(at);
    let at = if words.is(at, "USING") { at + 2 } else { at };
    owner(words, at).ok_or_else(refused)
}

/// `OWNER TO role` and nothing more.
fn owner(words: &Words<'_>, at: usize) -> Option<AlterKind> {
    words.sequence(at, "OWNER TO")?;
    words.ended(at + 3).then_some(AlterKind::Owner)
}

fn postgres_table(words: &Words<'_>, at: usize) -> Result<AlterKind, Refusal> {
    if let Some(comma) = commas(words, at).first() {
        return Err(Refusal::at(*comma, Reason::AlterList));
    }
    let follows = |text: &str| words.sequence(at, text).is_some();
    let switched = [
        "ENABLE TRIGGER",
        "DISABLE TRIGGER",
        "ENABLE ALWAYS TRIGGER",
        "ENABLE REPLICA TRIGGER",
        "ENABLE RULE",
        "DISABLE RULE",
        "ENABLE ALWAYS RULE",
        "ENABLE REPLICA RULE",
    ];
    let secured = ["ENABLE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"];
    let kind = if follows("ADD") {
        adds_constraint(words, at + 1).then_some(AlterKind::AddConstraint)
    } else if follows("ALTER") {
        column(words, at + 1)
    } else if follows("OWNER TO") {
        owner(words, at)
    } else if secured.iter().any(|text| follows(text)) {
        Some(AlterKind::RowSecurity)
    } else if follows("ATTACH PARTITION") {
        Some(AlterKind::AttachPartition)
    } else if follows("REPLICA IDENTITY") {
        Some(AlterKind::ReplicaIdentity)
    } else if follows("CLUSTER ON") {
        Some(AlterKind::ClusterOn)
    } else if switched.iter().any(|text| follows(text)) {
        Some(AlterKind::TriggerState)
    } else {
        None
    };
    kind.ok_or(Refusal::at(0, Reason::Alter))
}

/// Whether a constraint follows `ADD`. `EXCLUDE` is no reserved word and may name a column.
fn adds_constraint(words: &Words<'_>, at: usize) -> bool {
    let excludes =
        words.is(at, "EXCLUDE") && (words.is(at + 1, "USING") || words.symbol(at + 1, "("));
    excludes || words.any(at, &["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK"])
}

fn column(words: &Words<'_>, start: usize) -> Option<AlterKind> {
    let at = if words.is(start, "COLUMN") {
        start + 2
    } else {
        start + 1
    };
    // A partition's column may be without the default of its parent's.
    let no_default = words.sequence(at, "DROP DEFAULT").is_some();
    if no_default || words.sequence(at, "SET DEFAULT").is_some() {
        Some(AlterKind::ColumnDefault)
    } else if words.sequence(at, "SET NOT NULL").is_some() {
        Some(AlterKind::ColumnNotNull)
    } else if words.sequence(at, "ADD GENERATED").is_some() {
        Some(AlterKind::ColumnIdentity)
    } else {
        let option = words.any(at + 1, &["STATISTICS", "STORAGE", "COMPRESSION"])
            || words.symbol(at + 1, "(");
        (words.is(at, "SET") && option).then_some(AlterKind::ColumnOption)
    }
}

fn mysql(words: &Words<'_>) -> Result<AlterKind, Refusal> {
    const ADDED: &[&str] = &[
        "CONSTRAINT",
        "PRIMARY",
        "UNIQUE",
        "FOREIGN",
        "CHECK",
        "INDEX",
        "KEY",
        "FULLTEXT",
        "SPATIAL",
    ];
    if !words.is(1, "TABLE") {
        return Err(Refusal::at(0, Reason::Alter));
    }
    let first = behind_name(words, 2)?;
    let rest = commas(words, first).into_iter().map(|comma| comma + 1);
    for action in std::iter::once(first).chain(rest) {
        if !(words.is(action, "ADD") && words.any(action + 1, ADDED)) {
            return Err(Refusal::at(action, Reason::Alter));
        }
    }
    Ok(AlterKind::AddConstraint)
}

/// The commas outside of parentheses, from `from` on.
fn commas(words: &Words<'_>, from: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for at in from..words.tokens.len() {
        match words.raw(at) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "," if depth == 0 => found.push(at),
            _ => {}
        }
    }
    found
}
