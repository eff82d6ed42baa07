//! Where the body of a `CREATE` of the `MySQL` family begins.

use crate::engine::script::PieceKind;
use crate::engine::script::words::Words;

/// Where the body of a routine, trigger or event begins, given where its name stands.
pub(in crate::engine::script) fn start(
    words: &Words<'_>,
    kind: &PieceKind,
    name: usize,
) -> Option<usize> {
    let from = words.name(name)?.end;
    match kind {
        PieceKind::CreateTrigger => trigger_start(words, from),
        PieceKind::CreateEvent => {
            let schedule = (from..words.tokens.len()).find(|at| words.is(*at, "SCHEDULE"))?;
            (schedule..words.tokens.len())
                .find(|at| words.is(*at, "DO"))
                .map(|at| at + 1)
        }
        PieceKind::CreateRoutine => Some(routine_start(words, from)),
        _ => None,
    }
}

fn trigger_start(words: &Words<'_>, from: usize) -> Option<usize> {
    let row =
        (from..words.tokens.len()).find(|at| words.sequence(*at, "FOR EACH ROW").is_some())?;
    let at = row + 3;
    let ordered = words.any(at, &["FOLLOWS", "PRECEDES"]);
    Some(if ordered { at + 2 } else { at })
}

/// Steps over parameters, `RETURNS` and the characteristics (manual 15.1.17).
fn routine_start(words: &Words<'_>, from: usize) -> usize {
    const CHARACTERISTICS: &[&str] = &[
        "DETERMINISTIC",
        "NOT DETERMINISTIC",
        "CONTAINS SQL",
        "NO SQL",
        "READS SQL DATA",
        "MODIFIES SQL DATA",
        "SQL SECURITY DEFINER",
        "SQL SECURITY INVOKER",
        "LANGUAGE SQL",
    ];
    let mut at = words.behind_group(from);
    loop {
        let listed = CHARACTERISTICS
            .iter()
            .find_map(|text| words.sequence(at, text));
        if let Some(count) = listed {
            at += count;
        } else if words.is(at, "COMMENT") {
            at += 2;
        } else if words.is(at, "RETURNS") {
            at = behind_type(words, at + 1);
        } else {
            return at;
        }
    }
}

/// Steps over a data type with its attributes, character set and collation.
fn behind_type(words: &Words<'_>, from: usize) -> usize {
    const PARTS: &[&str] = &[
        "UNSIGNED",
        "SIGNED",
        "ZEROFILL",
        "BINARY",
        "ASCII",
        "UNICODE",
        "BYTE",
        "PRECISION",
        "VARYING",
        "VARCHAR",
        "VARCHARACTER",
        "CHAR",
        "CHARACTER",
    ];
    let mut at = words.behind_group(from + 1);
    loop {
        let set = words
            .sequence(at, "CHARACTER SET")
            .or(words.sequence(at, "CHAR SET"));
        if set.is_some() {
            at += 3;
        } else if words.any(at, &["CHARSET", "COLLATE"]) {
            at += 2;
        } else if words.any(at, PARTS) {
            at = words.behind_group(at + 1);
        } else {
            return at;
        }
    }
}
