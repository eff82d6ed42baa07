//! Annotations through which people speak to a running DatabaseSchema.

/// Approves one plan: the value is the plan's id. On the DatabaseSchema or on its SchemaPlan.
pub const APPROVE: &str = "driftless.dev/approve";
/// Who decided: the name the API server knows the person by. The admission policy sees to it that
/// nobody signs with another's name; without the policy it is only a claim.
pub const APPROVED_BY: &str = "driftless.dev/approved-by";
/// Refuses one plan until the declaration changes: the value is the plan's id.
pub const REJECT: &str = "driftless.dev/reject";
/// Asks for a look at the database now: any value not seen before.
pub const CHECK_AT: &str = "driftless.dev/check-at";
/// Asks for a plan that undoes one execution: the value is the execution's id.
pub const ROLLBACK: &str = "driftless.dev/rollback";
/// Lets one plan run without its safety copy: the value is the plan's id.
pub const SKIP_BACKUP: &str = "driftless.dev/skip-backup";
/// Lets one plan run outside its window: the value is the plan's id. The id still has to match.
pub const BREAK_GLASS: &str = "driftless.dev/break-glass";

/// Every annotation that makes the controller look again.
pub const ALL: [&str; 6] = [
    APPROVE,
    REJECT,
    CHECK_AT,
    ROLLBACK,
    SKIP_BACKUP,
    BREAK_GLASS,
];
