//! `SHOW CREATE` of everything a database holds, as `mysqldump --routines --events --triggers` prints
//! it too.
//!
//! Volatile, and left out: the next value of `AUTO_INCREMENT` (the rows' business, not the
//! schema's), the name of the database itself, and the program's own tables. The order of keys and
//! constraints inside a table is the order in which they were made and means nothing.
//!
//! Of the modes a body was made under `IGNORE_SPACE` is left out, which the client the tests use sets
//! by itself, and so is the semicolon that a client which sends several statements at once leaves at a
//! body's end. A parameter's type stands there as its author wrote it: the display width of an integer
//! and the database's charset say nothing.
//!
//! Two spellings of one thing are one here: a column's charset and collation that are the table's own
//! are printed only where somebody wrote them; `RESTRICT` and `NO ACTION` of a foreign key are what holds
//! without them (MySQL 8.4 manual, 15.1.20.5), and the names the server makes up for unnamed
//! checks and foreign keys count whatever was there when they were made (`t_chk_1`, `t_ibfk_1`,
//! `CONSTRAINT_1`).

use super::{Dump, Entry};
use crate::invariants::hand::Hand;
use crate::invariants::lab::World;
use driftless::engine::Engine;

/// The program's own tables.
const OWN: [&str; 3] = ["migration_executions", "migration_steps", "driftless_state"];

pub(super) async fn dump(world: &World) -> Result<Dump, String> {
    let mut hand = Hand::at(world.engine, &world.url).await?;
    let dump = all(&mut hand, world).await;
    hand.close().await;
    dump
}

async fn all(hand: &mut Hand, world: &World) -> Result<Dump, String> {
    let mut dump = Dump::default();
    let itself = one(hand, "DATABASE", &quoted(&world.name)).await?;
    dump.add(
        "DATABASE",
        "",
        Entry::text(&itself.replace(&quoted(&world.name), "")),
    );
    let tables = hand
        .ask("SELECT CAST(TABLE_NAME AS CHAR), CAST(TABLE_TYPE AS CHAR), CAST(TABLE_COLLATION AS CHAR) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()")
        .await?;
    for row in tables {
        let [Some(name), Some(kind), collation] = &row[..] else {
            return Err(format!("a table without a name: {row:?}"));
        };
        if OWN.contains(&name.as_str()) {
            continue;
        }
        let thing = match kind.as_str() {
            "VIEW" => "VIEW",
            "SEQUENCE" => "SEQUENCE",
            _ => "TABLE",
        };
        let text = one(hand, thing, &quoted(name)).await?;
        let entry = if thing == "TABLE" {
            table(&text, collation.as_deref(), world)
        } else {
            Entry::text(&nameless(&at_home(&text, world)))
        };
        dump.add(thing, name, entry);
    }
    for (word, list) in lists(world.engine) {
        for name in hand.list(list).await? {
            let text = one(hand, word, &quoted(&name)).await?;
            dump.add(word, &name, Entry::text(&unquoted(&at_home(&text, world))));
        }
    }
    Ok(dump)
}

/// What is no table, and how it is listed.
fn lists(engine: Engine) -> Vec<(&'static str, &'static str)> {
    let mut lists = vec![
        (
            "TRIGGER",
            "SELECT CAST(TRIGGER_NAME AS CHAR) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()",
        ),
        (
            "FUNCTION",
            "SELECT CAST(ROUTINE_NAME AS CHAR) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = 'FUNCTION'",
        ),
        (
            "PROCEDURE",
            "SELECT CAST(ROUTINE_NAME AS CHAR) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = 'PROCEDURE'",
        ),
        (
            "EVENT",
            "SELECT CAST(EVENT_NAME AS CHAR) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()",
        ),
    ];
    if engine == Engine::Mariadb {
        lists.push((
            "PACKAGE",
            "SELECT CAST(ROUTINE_NAME AS CHAR) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = 'PACKAGE'",
        ));
    }
    lists
}

/// The statement a server prints for one thing: the value that begins with `CREATE`; a trigger's and
/// a routine's stands behind the mode it was made under.
async fn one(hand: &mut Hand, word: &str, name: &str) -> Result<String, String> {
    let rows = hand.ask(&format!("SHOW CREATE {word} {name}")).await?;
    let row = rows.first().ok_or_else(|| format!("no {word} {name}"))?;
    let mut values = row.iter().flatten();
    let text = values.find(|value| value.starts_with("CREATE "));
    let mut text = text
        .cloned()
        .ok_or_else(|| format!("{word} {name} is not shown"))?;
    if matches!(word, "TRIGGER" | "FUNCTION" | "PROCEDURE" | "EVENT") {
        let modes = row.get(1).and_then(Option::as_deref).unwrap_or_default();
        let modes: Vec<&str> = modes
            .split(',')
            .filter(|it| *it != "IGNORE_SPACE")
            .collect();
        let text_alone = text.trim_end().trim_end_matches(';');
        text = format!("/* {} */ {}", modes.join(","), plain_types(text_alone));
    }
    Ok(text)
}

fn plain_types(text: &str) -> String {
    let mut text = text.replace(" CHARSET utf8mb4", "");
    for name in ["int", "bigint", "mediumint", "smallint", "tinyint"] {
        for width in 1..=20 {
            text = text.replace(&format!("{name}({width})"), name);
        }
    }
    text
}

/// A view's text without the names in its query, where a list calls the columns: there they mean nothing,
/// and are what somebody happened to write (`MySQL`).
fn nameless(text: &str) -> String {
    let Some((head, query)) = text.split_once("`) AS ").filter(|_| text.contains("` (`")) else {
        return text.to_owned();
    };
    let mut out = format!("{head}`) AS ");
    let mut pieces = query.split(" AS `");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let piece = piece.replace("``", "");
        let rest = piece.split_once('`').map_or("", |(_, rest)| rest);
        out.push_str(" AS _");
        out.push_str(rest);
    }
    out
}

/// The same, whoever made it: a plan is run by an account of its own.
pub(super) fn without_definers(mut dump: Dump) -> Dump {
    for line in dump.0.values_mut().flat_map(|entry| &mut entry.rest) {
        if let Some((head, rest)) = line.split_once("DEFINER=")
            && let Some((_, rest)) = rest.split_once(' ')
        {
            *line = format!("{head}{rest}");
        }
    }
    dump
}

/// A body is kept as it was written; quotes around names and white space mean nothing in it. Nor does
/// the semicolon behind it, which MySQL keeps of a statement that others follow in one message.
fn unquoted(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").replace('`', "");
    text.trim_end_matches([';', ' ']).to_owned()
}

fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

/// Without the name of the database it was found in.
fn at_home(text: &str, world: &World) -> String {
    text.replace(&format!("{}.", quoted(&world.name)), "")
}

fn table(text: &str, collation: Option<&str>, world: &World) -> Entry {
    let text = at_home(text, world);
    let mut entry = Entry::default();
    let mut own = own_charset(&text);
    own.extend(collation.map(|own| format!(" COLLATE {own} ")));
    for line in text.lines() {
        match line.strip_prefix("  ") {
            Some(inner) if inner.starts_with('`') => {
                let mut column = format!("{} ", inner.trim_end_matches(','));
                for said in &own {
                    column = column.replace(said, " ");
                }
                entry.columns.push(column.trim_end().to_owned());
            }
            Some(inner) => entry.rest.push(constraint(inner.trim_end_matches(','))),
            None => entry.rest.push(without_counter(line)),
        }
    }
    entry
}

/// What a column need not say: the charset and the collation of its table.
fn own_charset(text: &str) -> Vec<String> {
    let options = text.lines().rev().find(|line| line.starts_with(')'));
    let words = options.into_iter().flat_map(|line| line.split(' '));
    let said = words.filter_map(|word| match word.split_once('=')? {
        ("CHARSET", charset) => Some(format!(" CHARACTER SET {charset} ")),
        ("COLLATE", collation) => Some(format!(" COLLATE {collation} ")),
        _ => None,
    });
    said.collect()
}

/// `-(101)` and `-101`: which of them is printed depends on whether the table was open when it was
/// altered last.
fn plain_negatives(line: &str) -> String {
    let mut pieces = line.split("-(");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push('-');
        match piece.split_once(')') {
            Some((number, rest)) if number.parse::<f64>().is_ok() => {
                plain.push_str(number);
                plain.push_str(rest);
            }
            _ => {
                plain.push('(');
                plain.push_str(piece);
            }
        }
    }
    plain
}

/// A key or a constraint, without what means nothing.
fn constraint(line: &str) -> String {
    let mut line = plain_negatives(line);
    // Which of them is printed depends on how often the print was loaded.
    for introducer in [" _ascii'", " _latin1'", " _utf8mb3'"] {
        line = line.replace(introducer, " _utf8mb4'");
    }
    for introducer in ["(_ascii'", "(_latin1'", ",_ascii'", ",_latin1'"] {
        let (start, _) = introducer.split_at(1);
        line = line.replace(introducer, &format!("{start}_utf8mb4'"));
    }
    for action in [
        " ON DELETE RESTRICT",
        " ON UPDATE RESTRICT",
        " ON DELETE NO ACTION",
        " ON UPDATE NO ACTION",
    ] {
        line = line.replace(action, "");
    }
    let Some((name, rest)) = line
        .strip_prefix("CONSTRAINT `")
        .and_then(|named| named.split_once("` "))
    else {
        return line;
    };
    let counted = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let made_up = ["_chk_", "_ibfk_", "CONSTRAINT_"]
        .iter()
        .any(|end| counted.ends_with(end));
    if made_up && counted != name {
        return format!("CONSTRAINT {rest}");
    }
    line
}

fn without_counter(options: &str) -> String {
    let Some((before, after)) = options.split_once(" AUTO_INCREMENT=") else {
        return options.to_owned();
    };
    let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{before}{after}")
}
