//! Driftless keeps database schemas as declared.
//!
//! The order of the modules below is the import rule: a module imports only from modules above it.
//! `tests/it/architecture.rs` fails naming file and line where that is broken.

pub mod telemetry;
pub mod schema;
pub mod api;
pub mod engine;
pub mod plan;
pub mod backup;
pub mod history;
pub mod execute;
pub mod pipeline;
pub mod intake;
pub mod report;
pub mod controller;
pub mod cli;
