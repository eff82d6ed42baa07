//! `pg_dump --schema-only`, taken apart at the heads of its entries.
//!
//! Volatile, and left out: the `\restrict` words of 15.14 and later, which are random, and the tables
//! the program keeps for itself. One print stands for two: `IN ('a')` over a `varchar` is printed with
//! a cast of the array when it was written so, and with a cast of each element once that print was
//! read again (the server folds the cast of a constant array when it parses it).

use super::{Dump, Entry};
use crate::invariants::lab::World;
use std::path::Path;
use tokio::process::Command;

/// The namespace of the program's own tables.
const OWN: &str = "driftless";

pub(super) async fn dump(world: &World) -> Result<Dump, String> {
    let folder = std::env::var("DRIFTLESS_TEST_POSTGRES_BIN").map_err(|e| e.to_string())?;
    let output = Command::new(Path::new(&folder).join("pg_dump"))
        .args(["--schema-only", "--no-owner", "--exclude-schema", OWN])
        .args(["--dbname", &world.url])
        .env("PGTZ", "UTC")
        .output()
        .await
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let text = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
    Ok(taken_apart(&text))
}

/// The text of one entry after another.
fn taken_apart(text: &str) -> Dump {
    let mut dump = Dump::default();
    // `SET default_…` stands before the head of the entry it is for.
    let (mut place, mut next) = (Vec::new(), Vec::new());
    let mut head = None;
    let mut body = Vec::new();
    for line in text.lines() {
        if let Some(found) = line.strip_prefix("-- Name: ") {
            finish(&mut dump, head.take(), &mut body, &place);
            place.clone_from(&next);
            head = Some(found.to_owned());
        } else if line.starts_with("SET default_") {
            let setting = line.split(' ').nth(1).unwrap_or_default();
            next.retain(|known: &String| !known.starts_with(&format!("SET {setting} ")));
            next.push(line.to_owned());
        } else if !(line == "--"
            || line.starts_with("\\restrict")
            || line.starts_with("\\unrestrict"))
        {
            body.push(line.to_owned());
        }
    }
    finish(&mut dump, head, &mut body, &place);
    dump
}

fn finish(dump: &mut Dump, head: Option<String>, body: &mut Vec<String>, place: &[String]) {
    let lines: Vec<String> = std::mem::take(body);
    let Some(head) = head else { return };
    let mut parts = head.split("; ");
    let name = parts.next().unwrap_or_default();
    let mut word = |prefix: &str| {
        let part = parts.next().unwrap_or_default();
        part.strip_prefix(prefix).unwrap_or(part).to_owned()
    };
    let (kind, schema) = (word("Type: "), word("Schema: "));
    let name = if schema == "-" {
        name.to_owned()
    } else {
        format!("{schema}.{name}")
    };
    let entry = if kind == "TABLE" {
        table(&lines, place)
    } else {
        let end = lines
            .iter()
            .position(|line| line.starts_with("-- PostgreSQL database dump complete"));
        Entry::text(&lines[..end.unwrap_or(lines.len())].join("\n"))
    };
    dump.add(&kind, &name, entry);
}

/// A table's columns apart from its inline constraints and what follows.
fn table(lines: &[String], place: &[String]) -> Entry {
    let mut entry = Entry {
        columns: Vec::new(),
        rest: place.to_vec(),
    };
    for line in lines.iter().filter(|line| !line.is_empty()) {
        match line.strip_prefix("    ") {
            Some(inner) if inner.starts_with("CONSTRAINT ") => {
                let constraint = inner.trim_end_matches(',');
                entry.rest.push(one_cast(constraint));
            }
            Some(inner) => {
                let column = inner.trim_end_matches(',');
                let (bare, default) = column.split_once(" DEFAULT ").unwrap_or((column, ""));
                // No default is NULL by default, whether that is said or not.
                let said = if default.starts_with("NULL::") {
                    bare
                } else {
                    column
                };
                entry.columns.push(said.to_owned());
            }
            None => entry.rest.push(in_order(line)),
        }
    }
    entry
}

/// Storage parameters stand in the order in which they were set, which means nothing.
fn in_order(line: &str) -> String {
    let inner = line.strip_prefix("WITH (").and_then(|rest| {
        let end = rest.rfind(')')?;
        Some(rest.split_at(end))
    });
    let Some((list, tail)) = inner else {
        return line.to_owned();
    };
    let mut options: Vec<&str> = list.split(", ").collect();
    options.sort_unstable();
    format!("WITH ({}{tail}", options.join(", "))
}

/// How names end that the server makes up for constraints and indexes nobody named. They keep the
/// name a table or column had when they were made, and count what was there.
const MADE_UP: [&str; 6] = ["_pkey", "_key", "_fkey", "_check", "_excl", "_idx"];

/// The ending of a name that looks made up.
fn made_up(name: &str) -> Option<&'static str> {
    let name = name.trim_matches('"');
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    MADE_UP.into_iter().find(|end| bare.ends_with(end))
}

/// The same without the names that look made up.
pub(super) fn without_made_up_names(dump: Dump) -> Dump {
    let mut plain = Dump::default();
    for (object, mut entry) in dump.0 {
        let (table, name) = object
            .name
            .rsplit_once([' ', '.'])
            .unwrap_or(("", &object.name));
        let mut called = object.name.clone();
        if matches!(
            object.kind.as_str(),
            "CONSTRAINT" | "FK CONSTRAINT" | "INDEX"
        ) && let Some(end) = made_up(name)
        {
            called = format!("{table} {end}");
            for line in &mut entry.rest {
                *line = line.replacen(&format!(" {name} "), &format!(" {end} "), 1);
            }
        }
        for line in entry.columns.iter_mut().chain(&mut entry.rest) {
            // Since 18 that of a column or a domain has a name, which is printed when it is not the first.
            if let Some((before, rest)) = line.split_once(" CONSTRAINT ")
                && let Some((name, after)) = rest.split_once(" NOT NULL")
                && name
                    .trim_end_matches(|c: char| c.is_ascii_digit())
                    .ends_with("_not_null")
            {
                *line = format!("{before} NOT NULL{after}");
            }
        }
        for line in &mut entry.rest {
            let named = line
                .strip_prefix("CONSTRAINT ")
                .and_then(|line| line.split_once(' '));
            if let Some((end, rest)) = named.and_then(|(name, rest)| Some((made_up(name)?, rest))) {
                *line = format!("CONSTRAINT {end} {rest}");
            }
        }
        plain.add(&object.kind, &called, entry);
    }
    plain
}

/// The casts of an array of texts in one print.
fn one_cast(line: &str) -> String {
    const LONG: &str = "::character varying";
    let mut line = line.to_owned();
    while let Some(end) = line.find("])::text[]")
        && let Some(start) = line[..end].rfind("(ARRAY[")
    {
        let inside = line[start + 1..end].replace(LONG, "::text");
        line = format!(
            "{}{inside}]{}",
            &line[..start],
            &line[end + "])::text[]".len()..]
        );
    }
    let cast = format!("'{LONG})::text");
    while let Some(end) = line.find(&cast)
        && let Some(start) = line[..end].rfind("('")
    {
        let inside = line[start + 1..end].to_owned();
        line = format!(
            "{}{inside}'::text{}",
            &line[..start],
            &line[end + cast.len()..]
        );
    }
    line
}

#[test]
fn a_list_of_texts_is_printed_in_two_ways() {
    let written = "CONSTRAINT c CHECK (((k)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))";
    let read = "CONSTRAINT c CHECK (((k)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])))";
    assert_eq!(one_cast(written), one_cast(read));
    assert_ne!(one_cast(written), one_cast(&read.replace("'b'", "'c'")));
}

#[test]
fn entries_are_told_apart_and_the_random_word_is_gone() {
    let text = |word: &str, tail: &str| {
        format!(
            "--\n-- PostgreSQL database dump\n--\n\n\\restrict {word}\n\nSET default_tablespace = '';\n\n\
             --\n-- Name: t; Type: TABLE; Schema: public; Owner: -\n--\n\nCREATE TABLE public.t (\n    \
             a integer NOT NULL,\n    b text,\n    CONSTRAINT c CHECK ((a > 0))\n);\n\n\n\
             --\n-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: -\n--\n\n{tail}\n\n\n\
             --\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict {word}\n"
        )
    };
    let one = taken_apart(&text("abc", "ADD CONSTRAINT t_pkey"));
    assert_eq!(one, taken_apart(&text("xyz", "ADD CONSTRAINT t_pkey")));
    assert_ne!(one, taken_apart(&text("abc", "ADD CONSTRAINT other")));
    let kinds: Vec<(&str, &str)> = one
        .0
        .keys()
        .map(|it| (it.kind.as_str(), it.name.as_str()))
        .collect();
    assert_eq!(
        kinds,
        [("CONSTRAINT", "public.t t_pkey"), ("TABLE", "public.t")]
    );
    let table = one.0.values().next_back().unwrap();
    assert_eq!(table.columns, ["a integer NOT NULL", "b text"]);
    assert!(
        table
            .rest
            .contains(&"CONSTRAINT c CHECK ((a > 0))".to_owned())
    );
}
