//! Names of what a plan makes only to get from one state to the next. Nobody declares such a part,
//! and one that an interrupted plan left behind goes with the next plan.

use super::Name;
use std::fmt::Write;

const PREFIX: &str = "driftless_";

/// A name for the helper of a part, which none of `taken` has.
pub fn helper_name(table: &Name, part: &str, taken: &[&str]) -> String {
    let mut name = format!("{PREFIX}{:08x}", hash(&format!("{table} {part}")));
    let base = name.len();
    let mut number = 1;
    while taken.contains(&name.as_str()) {
        number += 1;
        name.truncate(base);
        // Writing to a String cannot fail.
        let _ = write!(name, "_{number}");
    }
    name
}

/// Whether a part of a table is a helper.
pub fn is_helper(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(PREFIX) else {
        return false;
    };
    let (hash, number) = rest.split_once('_').unwrap_or((rest, "2"));
    let is_hex = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    hash.len() == 8
        && hash.chars().all(is_hex)
        && !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
}

/// FNV-1a, 32 bits: the same on every machine. It only tells the helpers of one table apart, and
/// those that meet get a number.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn helpers_are_told_from_what_people_name() {
        let table = Name::new("public", "t");
        let first = helper_name(&table, "i", &[]);
        assert!(is_helper(&first));
        assert_ne!(first, helper_name(&table, "j", &[]));
        let second = helper_name(&table, "i", &[&first]);
        assert!(is_helper(&second) && second != first);
        for name in [
            "driftless_",
            "driftless_i",
            "driftless_steps",
            "driftless_0123456",
            "driftless_01234567_x",
            "driftless_01234567_",
            "t_01234567",
        ] {
            assert!(!is_helper(name), "{name}");
        }
    }
}
