//! What a `CREATE` statement of SQLite says, whatever it looks like. This reader is the tests' own:
//! what the program's reader overlooks must not be overlooked here.
//!
//! Spellings that the manual calls the same are one here (`lang_createtable.html`,
//! `lang_createindex.html`, `foreignkeys.html`): `DEFAULT NULL`, `COLLATE BINARY`, `ON CONFLICT ABORT`,
//! `ASC`, `NO ACTION`, `NOT DEFERRABLE` and a `DEFERRABLE` that is not `INITIALLY DEFERRED` say what
//! holds anyway; so do `NOT NULL` of a rowid and of a key `WITHOUT ROWID`, `VIRTUAL`, and a sign `+`.

use super::dump::Entry;

/// One word of SQL.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// A keyword or identifier in lower case without quotes; a literal or symbol as it stands.
    text: String,
    /// Whether quotes stood around it.
    quoted: bool,
}

impl Word {
    fn is(&self, keyword: &str) -> bool {
        !self.quoted && self.text == keyword
    }
}

/// The statement with one blank between words, and none of what means nothing.
pub(super) fn spelled(sql: &str) -> String {
    let words = words(sql);
    let words: Vec<&Word> = without_if_not_exists(&words);
    joined(words.into_iter())
}

/// An index: `ASC` is the default, and parentheses around a whole term mean nothing.
pub(super) fn index(sql: &str) -> String {
    let words = words(sql);
    let Some(open) = words.iter().position(|word| word.is("(")) else {
        return spelled(sql);
    };
    let (terms, close) = definitions(&words, open);
    let terms: Vec<String> = terms.into_iter().map(term).collect();
    let head = joined(without_if_not_exists(&words[..open]).into_iter());
    let tail = joined(words[close + 1..].iter());
    format!("{head} ( {} ) {tail}", terms.join(" , "))
}

fn term(words: &[Word]) -> String {
    let words = match words.last() {
        Some(last) if last.is("asc") => &words[..words.len() - 1],
        _ => words,
    };
    let whole = words.first().is_some_and(|word| word.is("("))
        && definitions(words, 0).1 == words.len() - 1;
    if whole {
        term(&words[1..words.len() - 1])
    } else {
        joined(words.iter())
    }
}

/// Leaves out what says only what holds anyway.
fn plain(text: &str) -> String {
    let mut text = format!(" {text} ");
    for (spelling, meaning) in [
        (" on conflict abort ", " "),
        (" on delete no action ", " "),
        (" on update no action ", " "),
        (" initially immediate ", " "),
        (" not deferrable ", " "),
        (" match simple ", " "),
        (" collate binary ", " "),
        (" asc ", " "),
    ] {
        text = text.replace(spelling, meaning);
    }
    if !text.contains(" initially deferred ") {
        text = text.replace(" deferrable ", " ");
    }
    // The two actions may stand in either order.
    if let (Some(update), Some(delete)) = (text.find(" on update "), text.find(" on delete "))
        && update < delete
    {
        let action = text[update..delete].to_owned();
        let rest = text[delete..].to_owned();
        let end = rest.find(" deferrable ").unwrap_or(rest.len() - 1);
        text = format!(
            "{}{}{action}{}",
            &text[..update],
            &rest[..end],
            &rest[end..]
        );
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    without_second_parentheses(&text)
}

/// `CHECK ((a > 0))` is `CHECK (a > 0)`.
fn without_second_parentheses(text: &str) -> String {
    let Some((before, inside)) = text.split_once("check ( (") else {
        return text.to_owned();
    };
    let (mut depth, mut close) = (2_usize, None);
    for (at, c) in inside.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 1 {
            close = Some(at);
            break;
        }
    }
    match close.and_then(|at| Some((at, inside[at + 1..].strip_prefix(" )")?))) {
        Some((at, rest)) => format!("{before}check ({}){rest}", &inside[..at]),
        None => text.to_owned(),
    }
}

fn without_if_not_exists(words: &[Word]) -> Vec<&Word> {
    let at = words
        .windows(3)
        .position(|three| three[0].is("if") && three[1].is("not") && three[2].is("exists"));
    let skipped = |index: &usize| at.is_none_or(|at| *index < at || *index >= at + 3);
    (0..words.len())
        .filter(skipped)
        .map(|index| &words[index])
        .collect()
}

fn joined<'a>(words: impl Iterator<Item = &'a Word>) -> String {
    let texts: Vec<&str> = words.map(|word| word.text.as_str()).collect();
    texts.join(" ")
}

fn words(sql: &str) -> Vec<Word> {
    let chars: Vec<char> = sql.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let rest = |from: usize| chars.get(from).copied().unwrap_or('\0');
        match c {
            _ if c.is_whitespace() => at += 1,
            '-' if rest(at + 1) == '-' => {
                while at < chars.len() && chars[at] != '\n' {
                    at += 1;
                }
            }
            '/' if rest(at + 1) == '*' => {
                at += 2;
                while at < chars.len() && !(chars[at] == '*' && rest(at + 1) == '/') {
                    at += 1;
                }
                at += 2;
            }
            '\'' | '"' | '`' | '[' => {
                let close = if c == '[' { ']' } else { c };
                let mut text = String::new();
                at += 1;
                while at < chars.len() {
                    if chars[at] == close {
                        if close != ']' && rest(at + 1) == close {
                            at += 1;
                        } else {
                            break;
                        }
                    }
                    text.push(chars[at]);
                    at += 1;
                }
                at += 1;
                let literal = c == '\'';
                let blob = words.last().is_some_and(|word: &Word| word.is("x")) && literal;
                words.push(Word {
                    text: if blob {
                        format!("'{}'", text.to_lowercase())
                    } else if literal {
                        format!("'{}'", text.replace('\'', "''"))
                    } else {
                        text.to_lowercase()
                    },
                    quoted: true,
                });
            }
            _ if c.is_alphanumeric() || c == '_' || !c.is_ascii() => {
                let mut text = String::new();
                while at < chars.len()
                    && (chars[at].is_alphanumeric()
                        || "_$".contains(chars[at])
                        || !chars[at].is_ascii()
                        || (chars[at] == '.' && text.starts_with(|c: char| c.is_ascii_digit())))
                {
                    text.push(chars[at]);
                    at += 1;
                }
                words.push(Word {
                    text: text.to_lowercase(),
                    quoted: false,
                });
            }
            ';' => at += 1,
            _ => {
                words.push(Word {
                    text: c.to_string(),
                    quoted: false,
                });
                at += 1;
            }
        }
    }
    words
}

/// A table: its columns with what is said of them, and its constraints, wherever they were written.
pub(super) fn table(sql: &str) -> Entry {
    let words = words(sql);
    let open = words.iter().position(|word| word.is("("));
    let is_virtual = words.get(1).is_some_and(|word| word.is("virtual"));
    let (Some(open), false) = (open, is_virtual) else {
        return Entry::text(&spelled(sql));
    };
    let (definitions, close) = definitions(&words, open);
    let mut entry = Entry::default();
    for definition in definitions {
        if is_constraint(&definition[0]) {
            entry.rest.extend(constraints(definition));
        } else {
            column(definition, &mut entry);
        }
    }
    let options = words[close + 1..].split(|word| word.is(","));
    let options = options.map(|option| joined(option.iter()));
    entry
        .rest
        .extend(options.filter(|option| !option.is_empty()));
    without_implied_not_null(&mut entry);
    entry
}

/// A rowid is never NULL, and neither is a column of a key without one (`withoutrowid.html`, 2).
fn without_implied_not_null(entry: &mut Entry) {
    let key = entry.rest.iter().find_map(|line| {
        let (_, after) = line.split_once("primary key ( ")?;
        let (columns, _) = after.split_once(" )")?;
        Some(columns.to_owned())
    });
    let Some(key) = key else { return };
    let without_rowid = entry.rest.iter().any(|line| line == "without rowid");
    let names: Vec<&str> = key
        .split(" , ")
        .map(|part| part.split(' ').next().unwrap_or(part))
        .collect();
    for column in &mut entry.columns {
        let name = column.split(' ').next().unwrap_or_default().to_owned();
        let rowid =
            names == [name.as_str()] && column.contains(" integer") && !key.contains(" desc");
        if rowid || (without_rowid && names.contains(&name.as_str())) {
            *column = column.replace(" not null", "");
        }
    }
}

/// What stands between the commas of the outermost parentheses, and where these close.
fn definitions(words: &[Word], open: usize) -> (Vec<&[Word]>, usize) {
    let (mut depth, mut from, mut found) = (0_usize, open + 1, Vec::new());
    for (at, word) in words.iter().enumerate().skip(open) {
        if word.is("(") {
            depth += 1;
        } else if word.is(")") {
            depth -= 1;
            if depth == 0 {
                found.push(&words[from..at]);
                return (found, at);
            }
        } else if word.is(",") && depth == 1 {
            found.push(&words[from..at]);
            from = at + 1;
        }
    }
    (found, words.len() - 1)
}

const TABLE_CONSTRAINTS: [&str; 5] = ["constraint", "primary", "unique", "check", "foreign"];

fn is_constraint(word: &Word) -> bool {
    TABLE_CONSTRAINTS.iter().any(|keyword| word.is(keyword))
}

/// Table constraints may stand one behind the other without a comma.
fn constraints(words: &[Word]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for clause in clauses(words, &TABLE_CONSTRAINTS) {
        found.push(plain(&joined(clause.iter())));
    }
    named(found)
}

/// A name belongs to what follows it.
fn named(clauses: Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    let mut name = String::new();
    for clause in clauses {
        if clause.starts_with("constraint ") {
            name = format!("{clause} ");
        } else {
            found.push(format!("{name}{clause}"));
            name.clear();
        }
    }
    found
}

/// Cuts before each of the keywords that stands outside parentheses.
fn clauses<'a>(words: &'a [Word], keywords: &[&str]) -> Vec<&'a [Word]> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    for (at, word) in words.iter().enumerate() {
        let starts = depth == 0 && keywords.iter().any(|keyword| word.is(keyword));
        // `ON CONFLICT`, `ON DELETE SET NULL`, `NOT DEFERRABLE`, `NOT NULL` hold keywords inside.
        let before = at.checked_sub(1).map(|at| &words[at]);
        let inside = before.is_some_and(|before| {
            (word.is("null") && ["not", "set", "default"].iter().any(|it| before.is(it)))
                || (word.is("default") && before.is("set"))
                || (word.is("as") && before.is("always"))
                || (word.is("not") && words.get(at + 1).is_some_and(|next| next.is("deferrable")))
                || before.is("constraint")
                || before.is("collate")
                || before.is("references")
        });
        if starts && !inside && at > from {
            found.push(&words[from..at]);
            from = at;
        }
        if word.is("(") {
            depth += 1;
        } else if word.is(")") {
            depth -= 1;
        }
    }
    found.push(&words[from..]);
    found
}

fn column(words: &[Word], entry: &mut Entry) {
    let keywords = [
        "constraint",
        "primary",
        "not",
        "null",
        "unique",
        "check",
        "default",
        "collate",
        "references",
        "generated",
        "as",
    ];
    // A name in single quotes is a name where one must stand (`lang_keywords.html`).
    let name = &words[0].text.trim_matches('\'').to_lowercase();
    let mut said = vec![name.clone()];
    let mut naming = String::new();
    let rest = clauses(&words[1..], &keywords);
    for clause in rest.into_iter().filter(|clause| !clause.is_empty()) {
        let text = plain(&joined(clause.iter()));
        let Some(first) = clause.first().filter(|_| !text.is_empty()) else {
            continue;
        };
        let at_table = match () {
            () if first.is("constraint") => {
                naming = format!("{text} ");
                continue;
            }
            () if first.is("primary") => {
                let after = text.trim_start_matches("primary key").trim();
                // The direction stands inside the parentheses at the table.
                let (direction, after) = match after.split(' ').next() {
                    Some(word @ ("asc" | "desc")) => {
                        (format!(" {word}"), after[word.len()..].trim())
                    }
                    _ => (String::new(), after),
                };
                Some(plain(&format!("primary key ( {name}{direction} ) {after}")))
            }
            () if first.is("unique") => {
                let after = text.trim_start_matches("unique").trim();
                Some(format!("unique ( {name} ) {after}"))
            }
            () if first.is("references") => Some(format!("foreign key ( {name} ) {text}")),
            () if first.is("check") => Some(text.clone()),
            () => None,
        };
        match at_table {
            Some(constraint) => {
                entry.rest.push(format!("{naming}{}", constraint.trim()));
            }
            // A column that may be NULL anyway says nothing by saying so.
            None if ["null", "default null", "default ( null )"].contains(&text.as_str()) => {}
            None => said.push(format!("{naming}{}", value(first, &text))),
        }
        naming.clear();
    }
    // The name first, then the type and the rest in any order.
    said[1..].sort_unstable();
    entry.columns.push(said.join(" "));
}

/// A default or a generated column in one spelling.
fn value(first: &Word, text: &str) -> String {
    if first.is("default") {
        // A text in double quotes that names no column is a text (`quirks.html`, 8).
        return text.replace("default + ", "default ").replace('\'', "");
    }
    if first.is("as") || first.is("generated") {
        let text = text.trim_start_matches("generated always ");
        return text.trim_end_matches(" virtual").to_owned();
    }
    text.to_owned()
}

mod tests {
    use super::{spelled, table};

    #[test]
    fn the_same_table_in_two_spellings() {
        let one = table(
            "CREATE TABLE t (a INTEGER PRIMARY KEY, \"B\" text not null default 'x' UNIQUE CHECK (b <> ''), c int REFERENCES u(id) ON DELETE SET NULL)",
        );
        let two = table(
            "create table if not exists [t](a integer, b TEXT DEFAULT 'x' NOT NULL, -- why\n c INT, PRIMARY KEY(a), unique(b), check(b<>''), foreign key (c) references u (id) on delete set null)",
        );
        let sorted = |mut lines: Vec<String>| {
            lines.sort();
            lines
        };
        assert_eq!(one.columns, two.columns);
        assert_eq!(sorted(one.rest), sorted(two.rest));
    }

    #[test]
    fn what_differs_differs() {
        for (left, right) in [
            (
                "CREATE TABLE t (a TEXT DEFAULT 'x')",
                "CREATE TABLE t (a TEXT DEFAULT 'X')",
            ),
            (
                "CREATE TABLE t (a TEXT)",
                "CREATE TABLE t (a TEXT NOT NULL)",
            ),
            ("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT) STRICT"),
            (
                "CREATE TABLE t (a, b, UNIQUE (a, b))",
                "CREATE TABLE t (a, b, UNIQUE (b, a))",
            ),
            (
                "CREATE TABLE t (a UNIQUE)",
                "CREATE TABLE t (a UNIQUE ON CONFLICT IGNORE)",
            ),
            ("CREATE TABLE t (a COLLATE NOCASE)", "CREATE TABLE t (a)"),
            (
                "CREATE TABLE t (a PRIMARY KEY)",
                "CREATE TABLE t (a PRIMARY KEY DESC)",
            ),
        ] {
            assert_ne!(table(left), table(right), "{left}");
        }
        assert_ne!(
            spelled("CREATE INDEX i ON t (a)"),
            spelled("CREATE INDEX i ON t (a) WHERE a > 1")
        );
    }
}
