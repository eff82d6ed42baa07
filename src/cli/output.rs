//! Standard output and standard error.
use serde::Serialize;
use std::io::Write;

/// Prints text as it stands.
pub(super) fn text(text: &str) {
    write(std::io::stdout().lock(), text);
}

/// A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours. `print!`
/// and `eprintln!` would panic.
fn write(mut out: impl Write, text: &str) {
    drop(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Prints a document.
pub(super) fn json<T: Serialize>(document: &T) {
    match serde_json::to_string_pretty(document) {
        Ok(json) => text(&(json + "\n")),
        Err(problem) => error(&format!("writing JSON: {problem}")),
    }
}

/// Prints an error.
pub(super) fn error(text: &str) {
    note(&format!("error: {text}"));
}

/// Prints a remark that is no part of the answer.
pub(super) fn note(text: &str) {
    write(std::io::stderr().lock(), &format!("{text}\n"));
}
