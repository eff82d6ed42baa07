//! Runs a program: nothing of our environment but `PATH`, its output in pieces, what it complains
//! about without secrets.

use super::Tool;
use crate::backup::error::BackupError;
use secrecy::{ExposeSecret, SecretString};
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};

/// How long a program may take to print its version.
const VERSION_LIMIT: Duration = Duration::from_secs(20);

/// How long a program may take to copy a database or to put it back.
const RUN_LIMIT: Duration = Duration::from_hours(24);

/// How much of what a program complains about is kept.
const COMPLAINTS: usize = 64 * 1024;

/// How much of it an error quotes.
const QUOTED: usize = 600;

/// How much is read at once.
const PIECE: usize = 64 * 1024;

/// Variables for one call.
pub(super) type Environment = Vec<(&'static str, OsString)>;

/// One call of a program.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) tool: &'a Tool,
    pub(super) doing: &'a str,
    pub(super) arguments: Vec<OsString>,
    pub(super) environment: Environment,
    /// Never quoted.
    pub(super) secret: Option<&'a SecretString>,
}

/// What a program prints about itself; why it does not otherwise.
pub(super) async fn version(path: &Path) -> Result<String, String> {
    let mut command = bare(path);
    command.arg("--version").stdin(Stdio::null());
    let output = tokio::time::timeout(VERSION_LIMIT, command.output()).await;
    let output = output
        .map_err(|_| "does not answer".to_owned())?
        .map_err(|error| format!("does not run ({error})"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    match text.lines().next() {
        Some(line) if output.status.success() => Ok(line.trim().to_owned()),
        _ => Err("does not print its version".to_owned()),
    }
}

/// A command with an environment of its own: variables and option files of whoever started
/// Driftless must not lead a program elsewhere.
fn bare(path: &Path) -> Command {
    let mut command = Command::new(path);
    command.env_clear().kill_on_drop(true).env("LC_ALL", "C");
    for kept in ["PATH", "TMPDIR"] {
        if let Some(value) = std::env::var_os(kept) {
            command.env(kept, value);
        }
    }
    command
}

impl Call<'_> {
    /// Hands what the program prints to `sink` as it comes.
    pub(super) async fn read(
        &self,
        sink: &mut (dyn FnMut(&[u8]) -> io::Result<()> + Send),
    ) -> Result<(), BackupError> {
        self.run(&mut io::empty(), sink).await
    }

    /// Feeds the program.
    pub(super) async fn feed(&self, source: &mut (dyn Read + Send)) -> Result<(), BackupError> {
        self.run(source, &mut |_| Ok(())).await
    }

    async fn run(
        &self,
        source: &mut (dyn Read + Send),
        sink: &mut (dyn FnMut(&[u8]) -> io::Result<()> + Send),
    ) -> Result<(), BackupError> {
        let mut command = bare(&self.tool.path);
        command.args(&self.arguments);
        command.envs(self.environment.iter().map(|(k, v)| (k, v)));
        command.stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| self.failed(&format!("it does not start ({error})")))?;
        let talked = tokio::time::timeout(RUN_LIMIT, talk(&mut child, source, sink)).await;
        let Ok(talked) = talked else {
            return Err(self.failed("it took longer than a day and was ended"));
        };
        let (status, complaints, moved) = talked.map_err(|e| self.failed(&e.to_string()))?;
        if !status.success() {
            return Err(self.failed(&quoted(&complaints)));
        }
        moved.map_err(|error| self.failed(&error.to_string()))?;
        if !complaints.is_empty() {
            tracing::debug!(tool = %self.tool.name, said = %self.clean(&quoted(&complaints)), "remarks");
        }
        Ok(())
    }

    fn failed(&self, said: &str) -> BackupError {
        BackupError::ToolFailed {
            tool: self.tool.name.clone(),
            doing: self.doing.to_owned(),
            said: self.clean(said),
        }
    }

    fn clean(&self, text: &str) -> String {
        match self.secret.map(ExposeSecret::expose_secret) {
            Some(secret) if !secret.is_empty() => text.replace(secret, "***"),
            _ => text.to_owned(),
        }
    }
}

/// Everything at once, so that no full pipe holds up another one. What went wrong with the data is
/// told apart from what the program says of it, which is nearer to the cause.
async fn talk(
    child: &mut Child,
    source: &mut (dyn Read + Send),
    sink: &mut (dyn FnMut(&[u8]) -> io::Result<()> + Send),
) -> io::Result<(ExitStatus, String, io::Result<()>)> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let feeding = async move {
        let Some(mut stdin) = stdin else {
            return Ok(());
        };
        let mut piece = vec![0; PIECE];
        loop {
            let read = source.read(&mut piece)?;
            if read == 0 {
                return stdin.shutdown().await;
            }
            stdin.write_all(&piece[..read]).await?;
        }
    };
    let reading = async move {
        let Some(mut stdout) = stdout else {
            return Ok(());
        };
        let mut piece = vec![0; PIECE];
        loop {
            let read = stdout.read(&mut piece).await?;
            if read == 0 {
                return Ok(());
            }
            sink(&piece[..read])?;
        }
    };
    let listening = async move {
        let mut said = Vec::new();
        let Some(mut stderr) = stderr else {
            return said;
        };
        let mut piece = vec![0; PIECE];
        while let Ok(read @ 1..) = stderr.read(&mut piece).await {
            let room = COMPLAINTS.saturating_sub(said.len());
            said.extend_from_slice(&piece[..read.min(room)]);
        }
        said
    };
    let (fed, read, said) = tokio::join!(feeding, reading, listening);
    let status = child.wait().await?;
    let said = String::from_utf8_lossy(&said).into_owned();
    let fed: io::Result<()> = fed;
    Ok((status, said, fed.and(read)))
}

/// The lines that say what is wrong: no statements, no details, which quote values of rows.
fn quoted(complaints: &str) -> String {
    const LEFT_OUT: [&str; 6] = [
        "DETAIL:",
        "CONTEXT:",
        "COPY ",
        "Command was:",
        "HINT:",
        "LINE ",
    ];
    let says = |line: &&str| {
        let text = line.rsplit_once("error: ").map_or(*line, |(_, text)| text);
        !line.trim().is_empty()
            && !line.starts_with([' ', '\t'])
            && !line.contains("[Warning]")
            && !line.contains(": warning:")
            && !LEFT_OUT
                .iter()
                .any(|word| text.starts_with(word) || line.contains(&format!("error: {word}")))
    };
    let lines: Vec<&str> = complaints.lines().filter(says).take(4).collect();
    let text = lines.join("; ");
    if text.is_empty() {
        return "it did not say why".to_owned();
    }
    text.chars().take(QUOTED).collect()
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn complaints_are_quoted_without_values() {
        let said = "pg_restore: error: could not execute query: ERROR:  duplicate key\n\
                    DETAIL:  Key (name)=(secret) already exists.\nCommand was: CREATE INDEX x\n  y";
        assert_eq!(
            quoted(said),
            "pg_restore: error: could not execute query: ERROR:  duplicate key"
        );
        assert_eq!(quoted("\n"), "it did not say why");
    }
}
