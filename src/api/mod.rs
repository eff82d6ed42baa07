//! The wire: the custom resources, and the declared schema as JSON of the REST API and of files.
//!
//! Invariant: nothing here decides anything. A type says what may be written and read, its schema
//! says which values the API server refuses, and `intake` turns it into the domain's own types.
//!
//! May import: serde, schemars, the kube derives and k8s-openapi; no other room of the crate.
#![allow(
    unreachable_pub,
    reason = "the KubeSchema derive repeats each type inside a function"
)]

pub mod annotation;
pub mod condition;
pub mod connection;
pub mod crds;
pub mod declaration;
pub mod plan_resource;
pub mod policy;
pub mod request;
pub mod resource;
pub mod status;
pub mod strict;

pub use plan_resource::{SchemaPlan, SchemaPlanSpec, SchemaPlanStatus};
pub use resource::{DatabaseSchema, DatabaseSchemaSpec};
pub use status::DatabaseSchemaStatus;
