//! Who may do what with one object: what is granted beyond the default, and what is taken away of it.

use std::collections::{BTreeMap, BTreeSet};

/// How a privilege differs from what a role has by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Granted.
    Granted,
    /// Granted, with the option to grant it to others.
    Grantable,
    /// Had by default, and revoked.
    Revoked,
}

/// What one role may do with one object, or one column, other than by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// What it is given on, as `GRANT … ON` says it: `TABLE`, `SEQUENCE`, `FUNCTION`, … The name is that
    /// of its key, and follows it.
    pub on: String,
    /// The role, quoted where it has to be, or `PUBLIC`.
    pub to: String,
    /// By the words of SQL: `SELECT`, `USAGE`, …
    pub privileges: BTreeMap<String, Held>,
}

impl Grant {
    /// Reads what the catalog query lists: `+SELECT`, `+UPDATE*` (with grant option), `-EXECUTE`.
    pub fn read(on: &str, to: &str, privileges: &[String]) -> Self {
        let privileges = privileges.iter().filter_map(|text| {
            let (granted, word) = match text.strip_prefix('+') {
                Some(word) => (true, word),
                None => (false, text.strip_prefix('-')?),
            };
            Some(match word.strip_suffix('*') {
                Some(word) => (word.to_owned(), Held::Grantable),
                None if granted => (word.to_owned(), Held::Granted),
                None => (word.to_owned(), Held::Revoked),
            })
        });
        Self {
            on: on.to_owned(),
            to: to.to_owned(),
            privileges: privileges.collect(),
        }
    }

    /// As it stands in the model; [`Grant::of_face`] reads it again.
    pub fn face(&self) -> Vec<String> {
        let mut face = vec![self.on.clone(), self.to.clone()];
        face.extend(self.privileges.iter().map(|(word, held)| match held {
            Held::Granted => format!("+{word}"),
            Held::Grantable => format!("+{word}*"),
            Held::Revoked => format!("-{word}"),
        }));
        face
    }

    /// What [`Grant::face`] wrote.
    pub fn of_face(face: &[String]) -> Self {
        let text = |at: usize| face.get(at).map_or("", String::as_str);
        Self::read(text(0), text(1), face.get(2..).unwrap_or_default())
    }

    /// Whether it is about everybody who can connect.
    pub fn is_public(&self) -> bool {
        self.to == "PUBLIC"
    }

    /// All privileges that differ between the two, with what is held before and after; `None` is the
    /// default.
    pub fn differences<'a>(
        observed: Option<&'a Self>,
        desired: Option<&'a Self>,
    ) -> Vec<(&'a str, Option<Held>, Option<Held>)> {
        let sides = [observed, desired].map(|side| side.map(|grant| &grant.privileges));
        let words = sides.iter().flatten().flat_map(|known| known.keys());
        let words: BTreeSet<&str> = words.map(String::as_str).collect();
        let [before, after] = sides;
        let held = |side: Option<&BTreeMap<String, Held>>, word| side?.get(word).copied();
        let all = words.into_iter();
        all.map(|word| (word, held(before, word), held(after, word)))
            .filter(|(_, was, is)| was != is)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(privileges: &[&str]) -> Grant {
        let privileges: Vec<String> = privileges.iter().map(|it| (*it).to_owned()).collect();
        Grant::read("TABLE", "reporter", &privileges)
    }

    #[test]
    fn it_comes_back_from_its_face() {
        let grant = grant(&["+SELECT", "+UPDATE*", "-INSERT"]);
        assert_eq!(Grant::of_face(&grant.face()), grant);
        assert_eq!(grant.privileges.len(), 3);
    }

    #[test]
    fn differences_name_both_sides() {
        let (observed, desired) = (grant(&["+SELECT", "+UPDATE"]), grant(&["+UPDATE*"]));
        let found = Grant::differences(Some(&observed), Some(&desired));
        let expected = [
            ("SELECT", Some(Held::Granted), None),
            ("UPDATE", Some(Held::Granted), Some(Held::Grantable)),
        ];
        assert_eq!(found, expected);
        assert!(Grant::differences(None, None).is_empty());
    }
}
