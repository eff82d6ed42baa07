//! What the face of a type says, and whether one type becomes another where it stands.

use super::{Defined, Kind, Pair};

/// New labels of an enum, each with the one it stands behind; `None` where labels go or change
/// places.
pub fn added_labels(objects: Pair<&Defined>) -> Option<Vec<(Option<&str>, &str)>> {
    let mut old = objects.observed.face.iter().peekable();
    let mut added = Vec::new();
    let mut previous: Option<&str> = None;
    for label in &objects.desired.face {
        if old.peek() == Some(&label) {
            old.next();
        } else if objects.observed.face.contains(label) {
            return None;
        } else {
            added.push((previous, label.as_str()));
        }
        previous = Some(label);
    }
    old.peek().is_none().then_some(added)
}

/// Labels of an enum that are no more.
pub fn removed_labels(objects: Pair<&Defined>) -> Vec<String> {
    let gone = |label: &&String| !objects.desired.face.contains(label);
    objects.observed.face.iter().filter(gone).cloned().collect()
}

/// Whether the labels that stay follow each other as before.
pub fn keeps_order(objects: Pair<&Defined>) -> bool {
    let Pair { observed, desired } = objects;
    let before = observed
        .face
        .iter()
        .filter(|label| desired.face.contains(label));
    let after = desired
        .face
        .iter()
        .filter(|label| observed.face.contains(label));
    before.eq(after)
}

/// One field of a composite type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its name, quoted where it has to be.
    pub name: &'a str,
    /// Its type, with a collation where it is not the type's own.
    pub data_type: &'a str,
}

/// The fields of a composite type in their order; `None` where a line is not understood.
pub fn fields(object: &Defined) -> Option<Vec<Field<'_>>> {
    object.face.iter().map(|line| field(line)).collect()
}

/// A line of the face is a name, a blank, a type.
fn field(line: &str) -> Option<Field<'_>> {
    let end = if let Some(rest) = line.strip_prefix('"') {
        rest.replace("\"\"", "__").find('"')? + 2
    } else {
        line.find(' ')?
    };
    let (name, data_type) = line.split_at_checked(end)?;
    Some(Field {
        name,
        data_type: data_type.trim_start(),
    })
}

/// Whether a type becomes another one while columns are of it: an enum only gains labels, a
/// composite type gains fields at its end or loses some ("cannot alter type because column … uses
/// it"), a domain keeps what it is made of.
pub(super) fn becomes_in_use(kind: Kind, objects: Pair<&Defined>) -> bool {
    if objects.observed.hash == objects.desired.hash {
        return true;
    }
    match kind {
        Kind::Enum => added_labels(objects).is_some(),
        Kind::CompositeType => grows_or_shrinks(objects).unwrap_or(false),
        _ => false,
    }
}

fn grows_or_shrinks(objects: Pair<&Defined>) -> Option<bool> {
    let (before, after) = (fields(objects.observed)?, fields(objects.desired)?);
    let named = |list: &[Field<'_>], name: &str| list.iter().any(|field| field.name == name);
    let kept = before.iter().filter(|field| named(&after, field.name));
    let added = after.iter().filter(|field| !named(&before, field.name));
    Some(kept.chain(added).eq(after.iter()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Attributes;

    fn object(face: &[&str]) -> Defined {
        Defined {
            hash: face.join(","),
            definition: String::new(),
            face: face.iter().map(|line| (*line).to_owned()).collect(),
            attributes: Attributes::new(),
            depends_on: Vec::new(),
            mentions: Vec::new(),
            uses: Vec::new(),
            strangers: Vec::new(),
            rights: Vec::new(),
        }
    }

    fn becomes(kind: Kind, before: &[&str], after: &[&str]) -> bool {
        let (observed, desired) = (object(before), object(after));
        becomes_in_use(
            kind,
            Pair {
                observed: &observed,
                desired: &desired,
            },
        )
    }

    /// PG26.
    #[test]
    fn enums_only_gain() {
        assert!(becomes(Kind::Enum, &["a", "b"], &["x", "a", "y", "b"]));
        assert!(!becomes(Kind::Enum, &["a", "b"], &["a"]));
        assert!(!becomes(Kind::Enum, &["a", "b"], &["b", "a"]));
    }

    /// PG28.
    #[test]
    fn composite_types_keep_the_types_of_their_fields() {
        let is = |before, after| becomes(Kind::CompositeType, before, after);
        assert!(is(&["a int", "b text"], &["a int", "b text", "c date"]));
        assert!(is(&["a int", "b text"], &["b text"]));
        assert!(is(&["a int", "\"b c\" text"], &["\"b c\" text", "d int"]));
        assert!(!is(&["a int", "b text"], &["a bigint", "b text"]));
        assert!(!is(&["a int", "b text"], &["b text", "a int"]));
        assert!(!is(&["a int", "b text"], &["a int", "c date", "b text"]));
    }

    #[test]
    fn labels_that_go_and_labels_that_move() {
        let (observed, desired) = (object(&["a", "b", "c"]), object(&["c", "x", "a"]));
        let pair = Pair {
            observed: &observed,
            desired: &desired,
        };
        assert_eq!(removed_labels(pair), ["b"]);
        assert!(!keeps_order(pair));
        let desired = object(&["a", "x", "c"]);
        let pair = Pair {
            observed: &observed,
            desired: &desired,
        };
        assert!(keeps_order(pair));
    }
}
