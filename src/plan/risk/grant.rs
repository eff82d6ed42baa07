//! SC003: who gains and who loses the right to do something.

use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::Object;
use crate::schema::{Defined, Grant, Held, ObjectKey};

/// What there is to say of a grant that comes, changes or goes.
pub(super) fn concerns(
    key: &ObjectKey,
    observed: Option<&Defined>,
    desired: Option<&Defined>,
    list: &mut Vec<Concern>,
) {
    let [observed, desired] =
        [observed, desired].map(|side| side.map(|object| Grant::of_face(&object.face)));
    let differences = Grant::differences(observed.as_ref(), desired.as_ref());
    let gains = differences
        .iter()
        .any(|(_, was, is)| rank(*is) > rank(*was));
    let loses = differences
        .iter()
        .any(|(_, was, is)| rank(*is) < rank(*was));
    let public = [&observed, &desired]
        .into_iter()
        .flatten()
        .any(Grant::is_public);
    let mut say = |severity, message: &'static str, remedy: &'static str| {
        let object = Object::from(key);
        list.push(Concern::plain(
            Rule::GrantChange,
            object,
            severity,
            message,
            remedy,
        ));
    };
    if gains && public {
        say(
            Severity::High,
            "everybody who can connect may do more than before",
            "grant it to the roles that need it",
        );
    } else if gains {
        say(
            Severity::Low,
            "the role and its members may do more than before",
            "see who its members are",
        );
    }
    if loses {
        say(
            Severity::Medium,
            "programs that have used the right fail from now on",
            "look at who uses it first",
        );
    }
}

/// How much is held; what is had by default stands between what was taken and what was given.
fn rank(held: Option<Held>) -> u8 {
    match held {
        Some(Held::Revoked) => 0,
        None => 1,
        Some(Held::Granted) => 2,
        Some(Held::Grantable) => 3,
    }
}
