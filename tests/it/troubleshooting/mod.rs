//! `docs/troubleshooting.md`: every message on that page is brought about on a real server and
//! compared, and every one that is brought about is on the page.

mod locks;
mod memory;
mod permissions;
mod space;

use crate::desk::Desk;
use driftless::engine::Engine;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Stdio;
use tokio::process::Command;

pub(super) const SERVERS: [Engine; 3] = [Engine::Postgres, Engine::Mysql, Engine::Mariadb];

/// The messages of one section, and which of them were met.
pub(super) struct Section {
    heading: &'static str,
    messages: Vec<String>,
    met: BTreeSet<String>,
}

impl Section {
    pub(super) fn of(heading: &'static str) -> Self {
        let page = include_str!("../../../docs/troubleshooting.md");
        let (_, rest) = page.split_once(&format!("\n## {heading}\n")).unwrap();
        let section = rest.split("\n## ").next().unwrap();
        let blocks = section.split("```text\n").skip(1);
        let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
        let messages: Vec<String> = lines.map(str::to_owned).collect();
        assert!(!messages.is_empty(), "{heading}");
        Self {
            heading,
            messages,
            met: BTreeSet::new(),
        }
    }

    /// What was printed holds a line that is on the page and begins so; it counts as met.
    #[track_caller]
    pub(super) fn meets(&mut self, printed: &str, begins: &str) {
        let expected: Vec<&String> = self
            .messages
            .iter()
            .filter(|message| message.starts_with(begins))
            .collect();
        assert!(!expected.is_empty(), "no message begins with {begins}");
        let met = expected
            .into_iter()
            .find(|message| printed.lines().any(|line| fits(message, line)));
        match met {
            Some(message) => {
                self.met.insert(message.clone());
            }
            None => panic!("{begins}: none of the page's messages is in\n{printed}"),
        }
    }

    /// Each of the messages was met.
    #[track_caller]
    pub(super) fn is_whole(&self) {
        let missing: Vec<&String> = self
            .messages
            .iter()
            .filter(|message| !self.met.contains(*message))
            .collect();
        assert!(
            missing.is_empty(),
            "{}: never met: {missing:#?}",
            self.heading
        );
    }
}

/// Whether a line is a message in which `…` stands for anything.
fn fits(message: &str, line: &str) -> bool {
    let mut rest = line;
    let mut pieces = message.split('…').peekable();
    let Some(head) = pieces.next().and_then(|first| rest.strip_prefix(first)) else {
        return false;
    };
    rest = head;
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return rest.ends_with(piece);
        }
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.is_empty()
}

#[test]
fn an_ellipsis_stands_for_anything() {
    assert!(fits("a … c", "a b c") && fits("a…", "a") && fits("…c…e", "abcde"));
    assert!(!fits("a … c", "a b d") && !fits("a", "ab") && !fits("…c", "cd"));
}

/// What the program says on both streams: what it prints, then what it reports.
pub(super) async fn said(url: &str, desk: &Desk, args: &[&str]) -> String {
    let mut command = driftless(url, desk);
    command.args(args);
    heard(command).await
}

/// The program in the folder of a database, with an address of its own.
pub(super) fn driftless(url: &str, desk: &Desk) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_driftless"));
    command
        .env("DATABASE_URL", url)
        .current_dir(folder(desk))
        .stdin(Stdio::null());
    command
}

pub(super) async fn heard(mut command: Command) -> String {
    let output = command.output().await.unwrap();
    let streams = [output.stdout, output.stderr].concat();
    String::from_utf8(streams).unwrap()
}

/// A folder of its own.
pub(super) fn folder(desk: &Desk) -> PathBuf {
    desk.backups().parent().unwrap().to_owned()
}

/// Writes a declaration where [`said`] finds it.
pub(super) fn declare(desk: &Desk, sql: &str) {
    std::fs::write(folder(desk).join("schema.sql"), desk.spelled(sql)).unwrap();
}

/// An account that may log in and nothing else, as it stands in statements, and the database's
/// address with it.
pub(super) async fn account(desk: &Desk) -> (String, String) {
    let name = format!("trouble_{:08x}", rand::random::<u32>());
    let (quoted, make) = match desk.engine {
        Engine::Postgres => (
            format!("\"{name}\""),
            format!("CREATE ROLE \"{name}\" LOGIN PASSWORD 'well-kept'"),
        ),
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => (
            format!("`{name}`@`%`"),
            format!("CREATE USER `{name}`@`%` IDENTIFIED BY 'well-kept'"),
        ),
    };
    desk.database.run(&make).await.unwrap();
    let mut url = url::Url::parse(&desk.database.url).unwrap();
    url.set_username(&name).unwrap();
    url.set_password(Some("well-kept")).unwrap();
    (quoted, url.to_string())
}

/// The database's name.
pub(super) fn database(desk: &Desk) -> String {
    desk.database.url.rsplit('/').next().unwrap().to_owned()
}
