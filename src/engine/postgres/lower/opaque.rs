//! Objects that are not modelled: nothing here makes or drops one.

use super::Lowering;
use crate::engine::Object;
use crate::schema::{Opaque, OpaqueKey};

/// Refuses to make one.
pub(super) fn create(lowering: &mut Lowering<'_>, key: &OpaqueKey, opaque: &Opaque) {
    lowering.refuse(
        Object::part(&key.kind, &key.name, ""),
        format!("it cannot be made from the catalog ({})", opaque.reason),
        "create it by other means, or leave it out of the declaration",
    );
}

/// Refuses to drop one.
pub(super) fn drop(lowering: &mut Lowering<'_>, key: &OpaqueKey) {
    lowering.refuse(
        Object::part(&key.kind, &key.name, ""),
        format!("{}s are not dropped by this version", key.kind),
        "drop it by other means",
    );
}
