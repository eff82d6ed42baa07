//! Who may see rows: row-level security.

use super::altered::Altered;
use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::Object;
use crate::schema::{Attribute, Kind, Schema};

/// What there is to say of row-level security that is switched.
pub(super) fn concerns(table: &Altered<'_>, desired: &Schema, list: &mut Vec<Concern>) {
    let Some(pair) = table.delta.attributes.get(&Attribute::RowSecurity) else {
        return;
    };
    let has = |value: &Option<String>, word: &str| {
        let words = value.as_deref().unwrap_or_default();
        words.split(", ").any(|it| it == word)
    };
    let goes = |word| has(&pair.observed, word) && !has(&pair.desired, word);
    let object = Object::table(&table.desired.name);
    if goes("ENABLE") || goes("FORCE") {
        list.push(Concern::plain(
            Rule::RowSecurityOff,
            object.clone(),
            Severity::High,
            "rows that policies have hidden are seen and changed by more accounts from now on",
            "keep row-level security declared, or revoke the rights of those who shall not see the rows first",
        ));
    }
    let comes = has(&pair.desired, "ENABLE") && !has(&pair.observed, "ENABLE");
    let mut objects = desired.objects.keys();
    let policed = objects.any(|it| it.kind == Kind::Policy && it.name == table.desired.name);
    if comes && !policed {
        list.push(Concern::plain(
            Rule::RowSecurityBare,
            object,
            Severity::High,
            "no policy lets anybody in: all accounts but the owner find the table empty",
            "create the policies first, then switch row-level security on",
        ));
    }
}
