//! Tests of the script room: what is accepted, what is refused, and what holds for any text.

mod accepted;
mod lexing;
mod properties;
mod refused;
mod smuggling;

use super::*;

const ALL: [Flavor; 4] = [
    Flavor::Postgres,
    Flavor::Mysql,
    Flavor::Mariadb,
    Flavor::Sqlite,
];
const MYSQL_FAMILY: [Flavor; 2] = [Flavor::Mysql, Flavor::Mariadb];

/// The pieces of a text that must be accepted.
fn pieces(flavor: Flavor, text: &str) -> Vec<Piece> {
    split(flavor, text).unwrap_or_else(|errors| panic!("{flavor:?}: {text}\n{errors:#?}"))
}

/// The kinds of the pieces of a text that must be accepted.
fn kinds(flavor: Flavor, text: &str) -> Vec<PieceKind> {
    pieces(flavor, text)
        .into_iter()
        .map(|piece| piece.kind)
        .collect()
}

/// The violations of a text that must be refused.
fn errors(flavor: Flavor, text: &str) -> Vec<ScriptError> {
    match split(flavor, text) {
        Ok(pieces) => panic!("{flavor:?} accepts: {text}\n{pieces:#?}"),
        Err(errors) => errors,
    }
}
