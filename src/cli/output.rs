//! Standard output and standard error.
#![allow(clippy::print_stderr, reason = "this is where the program prints")]

use serde::Serialize;
use std::io::Write;

/// Prints text as it stands.
pub(super) fn text(text: &str) {
    write(text);
}

/// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
fn write(text: &str) {
    let mut out = std::io::stdout().lock();
    drop(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Prints a document.
pub(super) fn json<T: Serialize>(document: &T) {
    match serde_json::to_string_pretty(document) {
        Ok(text) => write(&(text + "\n")),
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
