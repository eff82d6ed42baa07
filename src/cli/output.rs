//! Standard output and standard error.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is where the program prints"
)]

use serde::Serialize;

/// Prints text as it stands.
pub(super) fn text(text: &str) {
    print!("{text}");
}

/// Prints a document.
pub(super) fn json<T: Serialize>(document: &T) {
    match serde_json::to_string_pretty(document) {
        Ok(text) => println!("{text}"),
        Err(problem) => error(&format!("writing JSON: {problem}")),
    }
}

/// Prints an error.
pub(super) fn error(text: &str) {
    eprintln!("error: {text}");
}

/// Prints a remark that is no part of the answer.
pub(super) fn note(text: &str) {
    eprintln!("{text}");
}
