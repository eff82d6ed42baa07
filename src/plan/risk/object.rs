//! Objects beside tables: what others call and read, who runs it, and what is filled anew.

use super::concern::Concern;
use super::grant;
use super::rule::{Rule, Severity};
use crate::engine::Object;
use crate::schema::{Defined, Kind, ObjectChange, ObjectKey, Pair};

/// What there is to say of one that comes, changes or goes.
pub(super) fn concerns(change: &ObjectChange, list: &mut Vec<Concern>) {
    match change {
        ObjectChange::Create(key, desired) => comes(key, desired, list),
        ObjectChange::Drop(key, observed) => goes(key, observed, list),
        ObjectChange::Replace(replaced) => {
            let objects = replaced.objects.as_ref();
            changes(&replaced.keys.desired, objects, list);
        }
    }
}

fn say(
    list: &mut Vec<Concern>,
    rule: Rule,
    severity: Severity,
    key: &ObjectKey,
    words: [&'static str; 2],
) {
    let [message, remedy] = words;
    list.push(Concern::plain(
        rule,
        Object::from(key),
        severity,
        message,
        remedy,
    ));
}

fn comes(key: &ObjectKey, desired: &Defined, list: &mut Vec<Concern>) {
    match key.kind {
        Kind::Exclusion => exclusion(key, list),
        Kind::Extension => extension(key, list),
        Kind::Function | Kind::Procedure => definer(key, desired, list),
        Kind::Grant => grant::concerns(key, None, Some(desired), list),
        _ => {}
    }
}

fn goes(key: &ObjectKey, observed: &Defined, list: &mut Vec<Concern>) {
    match key.kind {
        Kind::View | Kind::MaterializedView | Kind::Function | Kind::Procedure => say(
            list,
            Rule::InterfaceChange,
            Severity::High,
            key,
            [
                "programs that read or call it fail",
                "look for its callers first, or keep it declared until there are none",
            ],
        ),
        Kind::Policy => policy(key, list),
        Kind::Extension => extension(key, list),
        Kind::Grant => grant::concerns(key, Some(observed), None, list),
        _ => {}
    }
}

fn changes(key: &ObjectKey, objects: Pair<&Defined>, list: &mut Vec<Concern>) {
    let Pair { observed, desired } = objects;
    // A change of what is altered apart (comment, state) makes nothing anew.
    if observed.hash == desired.hash {
        return;
    }
    match key.kind {
        Kind::View => {
            interface(key, objects, list);
            security(key, objects, list);
        }
        Kind::MaterializedView => {
            interface(key, objects, list);
            say(
                list,
                Rule::ViewFill,
                Severity::Medium,
                key,
                [
                    "it is made anew and filled by its query; nobody reads it meanwhile",
                    "make the new one under another name, and let readers move to it",
                ],
            );
        }
        Kind::Function | Kind::Procedure => {
            interface(key, objects, list);
            definer(key, desired, list);
        }
        Kind::Policy => policy(key, list),
        Kind::Exclusion => exclusion(key, list),
        Kind::Extension => extension(key, list),
        Kind::Grant => grant::concerns(key, Some(observed), Some(desired), list),
        _ => {}
    }
}

/// BC005: what was there is there no longer under its name, place or type. Where the server does
/// not list columns and results (`face`), only the text could tell, which is not read.
fn interface(key: &ObjectKey, objects: Pair<&Defined>, list: &mut Vec<Concern>) {
    let Pair { observed, desired } = objects;
    let kept = match key.kind {
        Kind::View | Kind::MaterializedView => desired.face.starts_with(&observed.face),
        _ => desired.face == observed.face,
    };
    if !kept {
        say(
            list,
            Rule::InterfaceChange,
            Severity::High,
            key,
            [
                "its columns, arguments or result are no longer what callers know",
                "give the new form a name of its own, and let callers move to it",
            ],
        );
    }
}

/// SC001: whether more or fewer rows are let through cannot be told from the expressions.
fn policy(key: &ObjectKey, list: &mut Vec<Concern>) {
    say(
        list,
        Rule::RowSecurityOff,
        Severity::Medium,
        key,
        [
            "who sees and changes which rows is decided otherwise",
            "read both expressions, and try them as the roles they are for",
        ],
    );
}

/// SC004: names in the body are looked up along the caller's search path (`PostgreSQL` 15,
/// `CREATE FUNCTION`, "Writing SECURITY DEFINER Functions Safely").
fn definer(key: &ObjectKey, desired: &Defined, list: &mut Vec<Concern>) {
    let text = &desired.definition;
    if text.contains("SECURITY DEFINER") && !text.contains("SET search_path") {
        say(
            list,
            Rule::RoutineDefiner,
            Severity::Medium,
            key,
            [
                "it runs with its owner's rights, and finds names along the search path of whoever calls it",
                "give it a `SET search_path` of its own",
            ],
        );
    }
}

/// SC005: whose rights a view uses, and whether functions see rows before its condition does.
fn security(key: &ObjectKey, objects: Pair<&Defined>, list: &mut Vec<Concern>) {
    let head = |object: &Defined| {
        let head = object
            .definition
            .split(" AS")
            .next()
            .unwrap_or("")
            .to_owned();
        [
            "security_invoker=true",
            "security_barrier=true",
            "SQL SECURITY INVOKER",
        ]
        .map(|word| head.contains(word))
    };
    if head(objects.observed) != head(objects.desired) {
        say(
            list,
            Rule::ViewSecurity,
            Severity::Medium,
            key,
            [
                "its readers see rows by other rights than before",
                "try it as the roles that read it",
            ],
        );
    }
}

/// LK014: its index is built while the table is locked, and there is no other form
/// (`PostgreSQL` 15, `ALTER TABLE`, `ADD table_constraint`).
fn exclusion(key: &ObjectKey, list: &mut Vec<Concern>) {
    say(
        list,
        Rule::ExclusionAdd,
        Severity::Medium,
        key,
        [
            "readers and writers wait while its index is built, and it fails where two rows exclude each other",
            "run it in a quiet hour",
        ],
    );
}

/// SC006: its script runs with the rights of a superuser.
fn extension(key: &ObjectKey, list: &mut Vec<Concern>) {
    say(
        list,
        Rule::ExtensionChange,
        Severity::Medium,
        key,
        [
            "the extension's own script runs, with all rights it asks for",
            "read what the extension's release notes say of this version",
        ],
    );
}
