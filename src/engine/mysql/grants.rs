//! What `SHOW GRANTS` prints, read again.

use super::render;
use crate::engine::script::{self, Flavor, Token, TokenKind, identifier};
use crate::engine::statement::Rows;
use std::collections::BTreeSet;

/// What a grant is about.
enum Level {
    Global,
    /// A pattern, in which `_` and `%` are wildcards unless a backslash stands before them.
    Database(String),
    Table(String, String),
}

/// One line. A line that takes away (`MySQL` 8.4 manual, 8.2.12 "Privilege Restriction Using Partial
/// Revokes") limits what is granted globally.
struct Grant {
    revokes: bool,
    /// The account, or one of its roles.
    to: String,
    level: Level,
    privileges: BTreeSet<String>,
}

/// A database's name where `GRANT` takes a pattern.
pub(super) fn pattern(database: &str) -> String {
    render::quote(&escaped(database))
}

fn escaped(database: &str) -> String {
    database.replace('_', "\\_").replace('%', "\\%")
}

/// All lines.
pub(super) struct Grants {
    account: String,
    list: Vec<Grant>,
}

impl Grants {
    /// Reads what the server printed. Lines that grant roles or routines say nothing here: a role's
    /// own lines are printed as well.
    pub(super) fn read(rows: &Rows) -> Self {
        let mut grants = Self {
            account: "the account".to_owned(),
            list: Vec::new(),
        };
        let texts = rows.values.iter().filter_map(|row| row.first());
        for (at, text) in texts.flatten().enumerate() {
            let line = Line {
                text,
                tokens: script::tokens(Flavor::Mysql, text),
            };
            if at == 0
                && let Some(account) = line.account()
            {
                grants.account = account;
            }
            grants.list.extend(line.grant());
        }
        grants
    }

    /// Who the grants are of, as `GRANT … TO` takes it.
    pub(super) fn account(&self) -> &str {
        &self.account
    }

    /// Whether a privilege is there for a table.
    pub(super) fn allow(&self, database: &str, table: &str, privilege: &str) -> bool {
        let taken = self.list.iter().any(|grant| {
            grant.revokes
                && grant.holds(privilege)
                && matches!(&grant.level, Level::Database(name) if name == database)
        });
        let given = self.list.iter().filter(|grant| !grant.revokes);
        given
            .filter(|grant| grant.holds(privilege))
            .any(|grant| match &grant.level {
                Level::Global => !taken,
                Level::Database(_) => self
                    .governing(database, &grant.to)
                    .is_some_and(|governing| std::ptr::eq(governing, grant)),
                Level::Table(on, name) => on == database && name.eq_ignore_ascii_case(table),
            })
    }

    /// Of the patterns that fit a database only the most precise one counts (8.4 manual, 8.2.7
    /// "Access Control, Stage 2").
    fn governing(&self, database: &str, to: &str) -> Option<&Grant> {
        let fitting = self.list.iter().filter_map(|grant| match &grant.level {
            Level::Database(pattern) if !grant.revokes && grant.to == to => {
                fits(pattern, database).then(|| (first_wildcard(pattern), grant))
            }
            Level::Database(_) | Level::Global | Level::Table(..) => None,
        });
        fitting.max_by_key(|(at, _)| *at).map(|(_, grant)| grant)
    }

    /// What the account would lose with a more precise line for this database, unless that line
    /// grants it as well.
    pub(super) fn overshadowed(&self, database: &str) -> Vec<String> {
        let grant = self.governing(database, &self.account);
        let listed = grant.filter(|grant| !grant.is_for(database));
        let privileges = listed.map(|grant| grant.privileges.iter().cloned());
        privileges.into_iter().flatten().collect()
    }
}

impl Grant {
    fn holds(&self, privilege: &str) -> bool {
        self.privileges.contains(privilege) || self.privileges.contains("ALL PRIVILEGES")
    }

    fn is_for(&self, database: &str) -> bool {
        matches!(&self.level, Level::Database(name) if *name == escaped(database))
    }
}

/// Where the first wildcard of a pattern stands; behind everything when there is none.
fn first_wildcard(pattern: &str) -> usize {
    let mut chars = pattern.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '%' | '_' => return at,
            _ => {}
        }
    }
    usize::MAX
}

/// Whether a name fits a pattern of `GRANT` (8.4 manual, 15.7.1.6 "Database Privileges").
fn fits(pattern: &str, name: &str) -> bool {
    let mut chars = pattern.chars();
    match chars.next() {
        None => name.is_empty(),
        Some('%') => {
            let rest = chars.as_str();
            fits(rest, name)
                || name
                    .char_indices()
                    .any(|(at, c)| fits(rest, &name[at + c.len_utf8()..]))
        }
        Some(first) => {
            let (literal, rest) = match first {
                '\\' => (chars.next(), chars.as_str()),
                '_' => (None, chars.as_str()),
                other => (Some(other), chars.as_str()),
            };
            let mut left = name.chars();
            left.next()
                .is_some_and(|c| literal.is_none_or(|l| l == c) && fits(rest, left.as_str()))
        }
    }
}

/// One line and its tokens.
struct Line<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl Line<'_> {
    fn raw(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).map(|token| token.kind) == Some(TokenKind::Word)
            && self.raw(at).eq_ignore_ascii_case(word)
    }

    fn find(&self, word: &str) -> Option<usize> {
        (0..self.tokens.len()).find(|at| self.is(*at, word))
    }

    fn name(&self, at: usize) -> String {
        let raw = self.raw(at);
        let quoted = raw.strip_prefix('\'').and_then(|r| r.strip_suffix('\''));
        quoted.map_or_else(|| identifier(Flavor::Mysql, raw), str::to_owned)
    }

    /// The account behind `TO`, as the server prints it.
    fn account(&self) -> Option<String> {
        let to = self.find("TO")?;
        let start = self.tokens.get(to + 1)?.start;
        let end = self
            .tokens
            .iter()
            .enumerate()
            .skip(to + 2)
            .find(|(at, _)| {
                self.is(*at, "WITH") || self.is(*at, "IDENTIFIED") || self.is(*at, "REQUIRE")
            })
            .map_or(self.text.len(), |(_, token)| token.start);
        Some(self.text.get(start..end)?.trim().to_owned())
    }

    fn grant(&self) -> Option<Grant> {
        let on = self.find("ON")?;
        let mut at = on + 1;
        if self.is(at, "FUNCTION") || self.is(at, "PROCEDURE") || self.is(at, "PACKAGE") {
            return None;
        }
        if self.is(at, "TABLE") {
            at += 1;
        }
        let level = match (self.raw(at), self.raw(at + 1), self.raw(at + 2)) {
            ("*", ".", "*") => Level::Global,
            (_, ".", "*") => Level::Database(self.name(at)),
            (_, ".", _) => Level::Table(self.name(at), self.name(at + 2)),
            _ => return None,
        };
        Some(Grant {
            revokes: self.is(0, "REVOKE"),
            to: self.account().unwrap_or_default(),
            level,
            privileges: self.privileges(on),
        })
    }

    /// The privileges before `on`. One for some columns only is none for the table.
    fn privileges(&self, on: usize) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut words: Vec<String> = Vec::new();
        let mut depth = 0_usize;
        for at in 1..=on {
            match self.raw(at) {
                "(" => {
                    depth += 1;
                    words.clear();
                }
                ")" => depth = depth.saturating_sub(1),
                "," if depth == 0 => {
                    found.insert(words.join(" "));
                    words.clear();
                }
                _ if at == on => {
                    found.insert(words.join(" "));
                }
                word if depth == 0 => words.push(word.to_uppercase()),
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grants(lines: &[&str]) -> Grants {
        Grants::read(&Rows {
            columns: vec!["Grants for app@%".to_owned()],
            values: lines.iter().map(|l| vec![Some((*l).to_owned())]).collect(),
        })
    }

    #[test]
    fn lines_of_both_servers_are_read() {
        let found = grants(&[
            "GRANT USAGE ON *.* TO `app`@`%` IDENTIFIED BY PASSWORD '*94BDCEBE19083CE2A1F9'",
            "GRANT SELECT, CREATE VIEW, INSERT (`a`, `b`) ON `shop\\_%`.* TO `app`@`%`",
            "GRANT ALL PRIVILEGES ON `other`.`t` TO `app`@`%` WITH GRANT OPTION",
            "GRANT EXECUTE ON FUNCTION `shop_1`.`f` TO `app`@`%`",
            "GRANT `role`@`%` TO `app`@`%`",
        ]);
        assert_eq!(found.account(), "`app`@`%`");
        assert!(found.allow("shop_1", "t", "SELECT"));
        assert!(found.allow("shop_1", "t", "CREATE VIEW"));
        assert!(!found.allow("shop_1", "t", "INSERT"), "only some columns");
        assert!(!found.allow("shopx1", "t", "SELECT"), "the _ was escaped");
        assert!(!found.allow("shop_1", "t", "EXECUTE"));
        assert!(found.allow("other", "t", "DROP") && !found.allow("other", "u", "DROP"));
    }

    #[test]
    fn what_was_taken_away_is_not_there() {
        let found = grants(&[
            "GRANT SELECT, ALTER ON *.* TO `app`@`%`",
            "REVOKE ALTER ON `shop`.* FROM `app`@`%`",
        ]);
        assert!(found.allow("shop", "t", "SELECT") && found.allow("else", "t", "ALTER"));
        assert!(!found.allow("shop", "t", "ALTER"));
    }

    #[test]
    fn only_the_most_precise_pattern_counts() {
        let broad = "GRANT SELECT ON `shop_1`.* TO `app`@`%`";
        let narrow = "GRANT INSERT ON `shop\\_1`.* TO `app`@`%`";
        let both = grants(&[broad, narrow]);
        assert!(both.allow("shop_1", "t", "INSERT") && !both.allow("shop_1", "t", "SELECT"));
        assert_eq!(both.overshadowed("shop_1"), [""; 0]);
        assert_eq!(grants(&[broad]).overshadowed("shop_1"), ["SELECT"]);
        let role = grants(&[narrow, "GRANT SELECT ON `shop_1`.* TO `role`"]);
        assert!(
            role.allow("shop_1", "t", "SELECT"),
            "each has lines of its own"
        );
    }

    #[test]
    fn patterns_are_those_of_grant() {
        assert!(fits("a%c", "abbc") && fits("%", "") && fits("a_c", "abc"));
        assert!(!fits("a\\_c", "abc") && fits("a\\_c", "a_c") && !fits("a%d", "abc"));
    }
}
