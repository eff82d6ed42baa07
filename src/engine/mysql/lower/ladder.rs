//! The ways in which the servers run `ALTER TABLE`, from the one that nobody notices to the one that
//! copies every row (`MySQL` 8.4 manual, 15.1.9, "`ALGORITHM` Clause" and "`LOCK` Clause"; `MariaDB`
//! knowledge base, "InnoDB Online DDL Overview").
//!
//! Which of them a server takes depends on its version, the table's format, its indexes and its
//! foreign keys. So an empty copy of the table is asked, and what it took is demanded of the table:
//! where it cannot be done there, the statement fails at once instead of copying the rows.

use super::Cost;
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::Statement;
use crate::engine::step::{Lock, Rung, Work};

/// The rungs for a statement, best first. The last one demands nothing.
pub(super) fn rungs(flavour: Flavour, sql: &str, clauses: &[String], cost: Cost) -> Vec<Rung> {
    let rung = |demand: &str, lock, work| Rung {
        statement: Statement::new(format!("{sql}{demand}")),
        lock,
        work,
    };
    let copies = [
        rung(", ALGORITHM=COPY", Lock::BlocksWrites, Work::Copy),
        rung("", cost.0, cost.1),
    ];
    // `MariaDB` accepts any word where a table moves to another storage engine, and copies it.
    if clauses.iter().any(|clause| clause.starts_with("ENGINE=")) {
        return copies.into();
    }
    let in_place = in_place(flavour, clauses, cost.1);
    let mut rungs = vec![rung(", ALGORITHM=INSTANT", Lock::Shared, Work::Metadata)];
    if flavour == Flavour::Mariadb {
        let work = without_rebuild(cost.1);
        rungs.push(rung(", ALGORITHM=NOCOPY, LOCK=NONE", Lock::Shared, work));
    }
    rungs.push(rung(
        ", ALGORITHM=INPLACE, LOCK=NONE",
        Lock::Shared,
        in_place,
    ));
    if flavour == Flavour::Mariadb {
        // Since 11.2 writers go on while rows are copied; before, the word is refused.
        rungs.push(rung(
            ", ALGORITHM=COPY, LOCK=NONE",
            Lock::Shared,
            Work::Copy,
        ));
        let work = without_rebuild(cost.1);
        rungs.push(rung(
            ", ALGORITHM=NOCOPY, LOCK=SHARED",
            Lock::BlocksWrites,
            work,
        ));
    }
    rungs.push(rung(
        ", ALGORITHM=INPLACE, LOCK=SHARED",
        Lock::BlocksWrites,
        in_place,
    ));
    rungs.extend(copies);
    rungs
}

/// `NOCOPY` refuses to rebuild the clustered index ("InnoDB Online DDL Operations with the NOCOPY
/// Alter Algorithm"): of what would otherwise be a rebuild or a copy, other indexes may be left.
fn without_rebuild(work: Work) -> Work {
    match work {
        Work::IndexBuild | Work::Rewrite | Work::Copy => Work::IndexBuild,
        Work::Metadata | Work::Scan => Work::Metadata,
    }
}

/// `INPLACE` may rebuild the table and does not say so. What `MariaDB` did not take as `NOCOPY` is
/// rebuilt; so is a column that comes or goes and that the server did not take as `INSTANT`.
fn in_place(flavour: Flavour, clauses: &[String], work: Work) -> Work {
    let moves =
        |clause: &String| clause.starts_with("ADD COLUMN") || clause.starts_with("DROP COLUMN");
    match work {
        Work::Copy | Work::Rewrite => Work::Rewrite,
        Work::Metadata | Work::Scan | Work::IndexBuild
            if flavour == Flavour::Mariadb || clauses.iter().any(moves) =>
        {
            Work::Rewrite
        }
        Work::Metadata | Work::Scan | Work::IndexBuild => work,
    }
}
