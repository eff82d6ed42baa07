//! Backups as they are needed: taken, read back, restored, compared row by row with what they were
//! taken of; and refused, with nothing changed, where they are no good.

mod desk;
mod partitions;
mod policy;
mod refused;
mod whole;

pub(crate) use desk::script;
pub(crate) use policy::mounts;

use desk::{Desk, ENGINES, SERVERS, fingerprint, lines};
