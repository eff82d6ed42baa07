//! What an execution touched, as it is kept beside its row.

use crate::engine::{EngineError, ErrorKind, Ledger};
use crate::schema::Footprint;
use serde::{Deserialize, Serialize};

/// The longest footprint that is kept, in bytes of its JSON: well under the smallest default
/// packet of the engines (MariaDB, `max_allowed_packet`, 16 MiB), so that history never makes an
/// execution fail.
const LONGEST: usize = 1 << 20;

/// A footprint, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kept {
    /// Whole.
    Whole(Box<Footprint>),
    /// Its JSON would have been longer than is kept.
    TooLong {
        /// How long, in bytes.
        bytes: usize,
    },
}

/// Writes the footprint beside the execution's row, or that it is too long for that.
pub async fn keep_footprint<S: Ledger + ?Sized>(
    session: &mut S,
    id: &str,
    footprint: &Footprint,
) -> Result<(), EngineError> {
    session.write_footprint(id, &text(footprint)?).await
}

fn text(footprint: &Footprint) -> Result<String, EngineError> {
    let json = |kept: &Kept| {
        serde_json::to_string(kept).map_err(|error| {
            let doing = "writing what the execution touches as JSON";
            EngineError::new(ErrorKind::Other, doing, error.to_string())
        })
    };
    let whole = json(&Kept::Whole(Box::new(footprint.clone())))?;
    if whole.len() <= LONGEST {
        return Ok(whole);
    }
    json(&Kept::TooLong { bytes: whole.len() })
}

/// The footprint of an execution; `None` where nothing was kept, or nothing that this version
/// understands.
pub async fn footprint<S: Ledger + ?Sized>(
    session: &mut S,
    id: &str,
) -> Result<Option<Kept>, EngineError> {
    let text = session.footprint(id).await?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Column, Name, Schema, Table};

    fn wide(columns: usize) -> Footprint {
        let mut table = Table::new(Name::bare("t"));
        table.columns.extend((0..columns).map(|at| Column {
            name: format!("column_{at}"),
            data_type: "integer".to_owned(),
            nullable: true,
            default: None,
            generated: None,
            attributes: Attributes::new(),
        }));
        let mut before = Schema::default();
        before.tables.insert(table.name.clone(), table);
        Footprint {
            before,
            ..Footprint::default()
        }
    }

    #[test]
    fn one_that_fits_comes_back_and_one_that_does_not_says_how_long_it_is() {
        let small = wide(3);
        let back: Kept = serde_json::from_str(&text(&small).unwrap()).unwrap();
        assert_eq!(back, Kept::Whole(Box::new(small)));
        let huge = text(&wide(20_000)).unwrap();
        assert!(huge.len() < 100, "{huge}");
        let back: Kept = serde_json::from_str(&huge).unwrap();
        assert!(matches!(back, Kept::TooLong { bytes } if bytes > LONGEST));
    }
}
