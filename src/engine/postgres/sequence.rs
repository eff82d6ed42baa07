//! Options of the sequence behind an identity or serial column, without its state.

use crate::engine::{DecodeError, Row};
use std::fmt;

/// The options of `CREATE SEQUENCE`, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sequence {
    increment: i64,
    min: i64,
    max: i64,
    start: i64,
    cache: i64,
    cycle: bool,
}

impl Sequence {
    /// The defaults for a type and a direction (`CREATE SEQUENCE`: 1 up to the type's maximum, or
    /// the type's minimum up to -1; start at the near end).
    pub(super) fn default_for(data_type: &str, increment: i64) -> Self {
        let (lowest, highest) = match data_type {
            "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
            "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
            _ => (i64::MIN, i64::MAX),
        };
        let (min, max) = if increment < 0 {
            (lowest, -1)
        } else {
            (1, highest)
        };
        Self {
            increment,
            min,
            max,
            start: if increment < 0 { max } else { min },
            cache: 1,
            cycle: false,
        }
    }

    /// From a row of the columns query.
    pub(super) fn read(row: &Row<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            increment: row.number("sequence_increment")?,
            min: row.number("sequence_min")?,
            max: row.number("sequence_max")?,
            start: row.number("sequence_start")?,
            cache: row.number("sequence_cache")?,
            cycle: row.flag("sequence_cycle"),
        })
    }

    /// The options that are not the defaults for the type, as clauses; empty when all are.
    pub(super) fn beyond_default(&self, data_type: &str) -> String {
        let usual = Self::default_for(data_type, self.increment);
        let mut clauses = Vec::new();
        let mut clause = |differs: bool, text: String| {
            if differs {
                clauses.push(text);
            }
        };
        clause(
            self.increment != 1,
            format!("INCREMENT BY {}", self.increment),
        );
        clause(self.min != usual.min, format!("MINVALUE {}", self.min));
        clause(self.max != usual.max, format!("MAXVALUE {}", self.max));
        let near = if self.increment < 0 {
            self.max
        } else {
            self.min
        };
        clause(self.start != near, format!("START WITH {}", self.start));
        clause(self.cache != 1, format!("CACHE {}", self.cache));
        clause(self.cycle, "CYCLE".to_owned());
        clauses.join(" ")
    }

    /// Puts clauses of [`Self::beyond_default`] back on the defaults of a type.
    pub(super) fn parse(clauses: &str, data_type: &str) -> Self {
        let words: Vec<&str> = clauses.split_whitespace().collect();
        let after = |word: &str| -> Option<i64> {
            let at = words.iter().position(|w| *w == word)?;
            words[at + 1..].iter().find_map(|w| w.parse().ok())
        };
        let mut sequence = Self::default_for(data_type, after("INCREMENT").unwrap_or(1));
        sequence.min = after("MINVALUE").unwrap_or(sequence.min);
        sequence.max = after("MAXVALUE").unwrap_or(sequence.max);
        let near = if sequence.increment < 0 {
            sequence.max
        } else {
            sequence.min
        };
        sequence.start = after("START").unwrap_or(near);
        sequence.cache = after("CACHE").unwrap_or(1);
        sequence.cycle = words.contains(&"CYCLE");
        sequence
    }

    /// Whether it counts upwards.
    pub(super) fn is_ascending(&self) -> bool {
        self.increment > 0
    }

    /// The values it can take, from lowest to highest.
    pub(super) fn bounds(&self) -> (i64, i64) {
        (self.min, self.max)
    }

    /// Each option as a clause.
    pub(super) fn clauses(&self) -> [String; 6] {
        [
            format!("INCREMENT BY {}", self.increment),
            format!("MINVALUE {}", self.min),
            format!("MAXVALUE {}", self.max),
            format!("START WITH {}", self.start),
            format!("CACHE {}", self.cache),
            if self.cycle { "CYCLE" } else { "NO CYCLE" }.to_owned(),
        ]
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.clauses().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PG04.
    #[test]
    fn clauses_there_and_back() {
        for (clauses, data_type) in [
            ("", "integer"),
            ("INCREMENT BY -1", "smallint"),
            (
                "INCREMENT BY 2 MINVALUE 0 MAXVALUE 10 START WITH 4 CACHE 20 CYCLE",
                "bigint",
            ),
            ("START WITH 100", "bigint"),
        ] {
            let sequence = Sequence::parse(clauses, data_type);
            assert_eq!(sequence.beyond_default(data_type), clauses);
        }
    }

    #[test]
    fn bounds_follow_type_and_direction() {
        assert_eq!(Sequence::default_for("smallint", 1).max, 32_767);
        assert_eq!(
            Sequence::default_for("integer", -1).min,
            i64::from(i32::MIN)
        );
        assert_eq!(Sequence::default_for("integer", -1).start, -1);
    }
}
