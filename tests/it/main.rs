//! Tests against real databases and a real Kubernetes control plane. Each
//! takes its servers from the variables `hack/with-parts.sh` sets, and fails
//! when one is missing: a test that did not run must not look like one that
//! passed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "all of this crate is tests; clippy exempts only the test functions themselves"
)]

mod architecture;
mod backups;
mod campaign;
mod cases;
mod cli;
mod deploy;
mod desk;
mod documents;
mod e2e;
mod enums;
mod execution;
mod generated;
mod history;
mod invariants;
mod library;
mod locks;
mod mysql_rows;
mod mysql_shelf;
mod introspection;
mod online;
mod options;
mod other;
mod other_tools;
mod parts;
mod releases;
mod risks;
mod scripts;
mod sqlite_shelf;
mod sweep;
mod terminal;
mod troubleshooting;
mod postgres_shelf;
mod validation;
mod rest;
