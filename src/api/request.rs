//! What the REST API and the library are asked for.

use super::declaration::Declaration;
use super::policy::Online;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Asks for a plan: to what is desired, or back to before an execution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanRequest {
    /// The schema to reach. Tables that it does not name stay as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desired_schema: Option<Declaration>,
    /// The execution to undo, planned anew against what is there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 100))]
    pub rollback_of: Option<String>,
    /// What happens inside a named table to what is not declared there.
    #[serde(default, skip_serializing_if = "Inside::is_default")]
    pub inside_tables: Inside,
    /// Whether the engine's ways to change a table without keeping others waiting are used; as the
    /// target's own declaration says, or else `Auto`, when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<Online>,
}

/// What happens inside a named table to columns, indexes, keys and checks that are not declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Inside {
    /// They stay.
    #[default]
    Keep,
    /// They are dropped.
    Drop,
}

impl Inside {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_default(&self) -> bool {
        *self == Self::Keep
    }
}

/// A plan as `POST /plan` answered it. It is made again before anything runs, from the request it
/// carries, and must come out the same: everything else in it is for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(extend("additionalProperties" = true))]
pub struct GivenPlan {
    /// Its id.
    #[schemars(length(min = 1, max = 100))]
    pub id: String,
    /// What was asked for.
    #[serde(default)]
    pub request: PlanRequest,
}

/// Asks for a plan to be validated, rehearsed or executed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExecuteRequest {
    /// The plan.
    pub plan: GivenPlan,
    /// How.
    #[serde(default)]
    pub options: ExecuteOptions,
}

/// How a plan is executed.
#[allow(
    clippy::struct_excessive_bools,
    reason = "the wire has four independent switches"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ExecuteOptions {
    /// Everything but the change: in a transaction that is rolled back where the engine has one for
    /// all steps, in scratch otherwise.
    pub dry_run: bool,
    /// Looks for what would go wrong, and runs nothing.
    pub validate_only: bool,
    /// Takes no backup. Steps that destroy rows then need `approve`.
    pub skip_backup: bool,
    /// How often a transient failure is tried again.
    #[schemars(range(max = 100))]
    pub max_retries: u32,
    /// Takes back what ran before a step that failed.
    pub rollback_on_error: bool,
    /// The id of this plan, said by somebody who has read it: critical risks need that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 100))]
    pub approve: Option<String>,
}

impl Default for ExecuteOptions {
    fn default() -> Self {
        Self {
            dry_run: false,
            validate_only: false,
            skip_backup: false,
            max_retries: 3,
            rollback_on_error: true,
            approve: None,
        }
    }
}
