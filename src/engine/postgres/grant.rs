//! The statements that give and take (18 manual, 5.8 "Privileges").

use super::render::{quote, quoted_name, routine};
use crate::engine::Statement;
use crate::schema::{Grant, Held, ObjectKey};

/// A privilege with what is held of it before and after.
pub(super) type Difference<'a> = (&'a str, Option<Held>, Option<Held>);

/// What brings the default to what a grant says.
pub(super) fn made(desired: &Grant) -> Vec<Difference<'_>> {
    Grant::differences(None, Some(desired))
}

/// What brings it back to the default.
pub(super) fn gone(observed: &Grant) -> Vec<Difference<'_>> {
    Grant::differences(Some(observed), None)
}

/// What a grant is given on, by the name it has in its key.
pub(super) fn place(key: &ObjectKey, grant: &Grant) -> String {
    let name = match grant.on.as_str() {
        "FUNCTION" | "PROCEDURE" => routine(&key.name),
        "SCHEMA" => quote(&key.name.name),
        _ => quoted_name(&key.name),
    };
    format!("{} {name}", grant.on)
}

/// One statement, around the place that it is about.
pub(super) struct Words {
    pub(super) before: String,
    pub(super) after: String,
}

impl Words {
    pub(super) fn around(&self, place: &str) -> Statement {
        Statement::new(format!("{} {place}{}", self.before, self.after))
    }
}

/// What is taken comes first: nobody has more meanwhile than before or afterwards.
pub(super) fn words(
    grant: &Grant,
    column: Option<&str>,
    differences: &[Difference<'_>],
) -> Vec<Words> {
    let (mut revoked, mut narrowed) = (Vec::new(), Vec::new());
    let (mut granted, mut widened) = (Vec::new(), Vec::new());
    for (word, was, is) in differences {
        let list = match (was, is) {
            (Some(Held::Granted | Held::Grantable), None) | (_, Some(Held::Revoked)) => {
                &mut revoked
            }
            (Some(Held::Grantable), Some(Held::Granted)) => &mut narrowed,
            (_, Some(Held::Grantable)) => &mut widened,
            (_, Some(Held::Granted) | None) => &mut granted,
        };
        list.push(match column {
            Some(column) => format!("{word} ({})", quote(column)),
            None => (*word).to_owned(),
        });
    }
    let to = &grant.to;
    let forms = [
        (revoked, "REVOKE ", format!(" FROM {to}")),
        (narrowed, "REVOKE GRANT OPTION FOR ", format!(" FROM {to}")),
        (granted, "GRANT ", format!(" TO {to}")),
        (widened, "GRANT ", format!(" TO {to} WITH GRANT OPTION")),
    ];
    let forms = forms.into_iter().filter(|(list, ..)| !list.is_empty());
    forms
        .map(|(list, verb, after)| Words {
            before: format!("{verb}{} ON", list.join(", ")),
            after,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Kind, Name};

    fn grant(on: &str, privileges: &[&str]) -> Grant {
        let privileges: Vec<String> = privileges.iter().map(|it| (*it).to_owned()).collect();
        Grant::read(on, "reporter", &privileges)
    }

    fn texts(grant: &Grant, column: Option<&str>, differences: &[Difference<'_>]) -> Vec<String> {
        let words = words(grant, column, differences);
        let statements = words.iter().map(|words| words.around("TABLE t"));
        statements.map(|it| it.sql().to_owned()).collect()
    }

    #[test]
    fn it_is_made_and_taken_back() {
        let grant = grant("TABLE", &["+SELECT", "+UPDATE*", "-INSERT"]);
        let expected = [
            "REVOKE INSERT ON TABLE t FROM reporter",
            "GRANT SELECT ON TABLE t TO reporter",
            "GRANT UPDATE ON TABLE t TO reporter WITH GRANT OPTION",
        ];
        assert_eq!(texts(&grant, None, &made(&grant)), expected);
        let expected = [
            "REVOKE SELECT, UPDATE ON TABLE t FROM reporter",
            "GRANT INSERT ON TABLE t TO reporter",
        ];
        assert_eq!(texts(&grant, None, &gone(&grant)), expected);
    }

    #[test]
    fn only_what_differs_is_changed() {
        let observed = grant("TABLE", &["+REFERENCES", "+SELECT*", "+UPDATE"]);
        let desired = grant("TABLE", &["+INSERT*", "+SELECT", "+UPDATE"]);
        let differences = Grant::differences(Some(&observed), Some(&desired));
        let expected = [
            "REVOKE REFERENCES (\"a b\") ON TABLE t FROM reporter",
            "REVOKE GRANT OPTION FOR SELECT (\"a b\") ON TABLE t FROM reporter",
            "GRANT INSERT (\"a b\") ON TABLE t TO reporter WITH GRANT OPTION",
        ];
        assert_eq!(texts(&desired, Some("a b"), &differences), expected);
    }

    #[test]
    fn places_are_named_by_their_kind() {
        let on = |word, name: Name| {
            let key = ObjectKey::part(Kind::Grant, name, "reporter");
            place(&key, &grant(word, &[]))
        };
        assert_eq!(on("TABLE", Name::new("s", "t")), "TABLE \"s\".\"t\"");
        assert_eq!(on("SCHEMA", Name::bare("s")), "SCHEMA \"s\"");
        let routine = on("FUNCTION", Name::new("s", "f(a integer)"));
        assert_eq!(routine, "FUNCTION \"s\".\"f\"(a integer)");
    }
}
