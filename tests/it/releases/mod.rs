//! Whole schemas as teams have them (`tests/schemas`), through ten releases: adopted with an empty
//! plan, every release taken through the invariants from the one before it, and one database with its
//! rows taken all the way and back by declaring the earlier releases again.
//!
//! In `make test` one release of each small schema goes through the invariants, and servers go a part
//! of the way; `make campaign` (`DRIFTLESS_CAMPAIGN=1`) takes all, those of the small schemas
//! interrupted after each step.
//! `DRIFTLESS_RELEASE=03,07` runs only these, whatever the slice.

mod tree;

use crate::invariants::{Depth, Lab, Outcome, Situation, Stop, check, journey, of_sql, rows_for};
use driftless::engine::Engine;
use std::time::Instant;
use tree::{History, history};

/// How many releases follow the first state.
const RELEASES: usize = 10;

/// How much of a schema's releases is tried where there is no campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    /// One release goes through the invariants.
    Small,
    /// Three hundred tables: never interrupted, and no more than there and back outside a campaign.
    Large,
}

impl Size {
    fn asked(self, at: usize, number: &str) -> bool {
        if let Ok(list) = std::env::var("DRIFTLESS_RELEASE") {
            return list.split(',').any(|asked| asked == number);
        }
        (self == Self::Small && at == RELEASES / 2) || campaign()
    }

    /// How many releases the way goes through.
    fn way(self, engine: Engine) -> usize {
        match (self, engine) {
            _ if campaign() => RELEASES,
            (Self::Small, Engine::Sqlite) => RELEASES,
            (Self::Small, _) => 2,
            (Self::Large, _) => 1,
        }
    }

    fn depth(self) -> Depth {
        match self {
            Self::Small if campaign() => Depth::Interrupted,
            Self::Small | Self::Large => Depth::Straight,
        }
    }
}

fn campaign() -> bool {
    std::env::var("DRIFTLESS_CAMPAIGN").is_ok()
}

/// Adopts the first state through the command line, as SQL and as a manifest.
async fn adopted(name: &str, engine: Engine) {
    crate::cli::inspected(engine, &history(name, engine).releases[0].script).await;
}

/// Each release from the one before it, and the whole way.
async fn evolves(name: &str, engine: Engine, size: Size) {
    let history = history(name, engine);
    assert_eq!(history.releases.len(), RELEASES + 1, "{name} on {engine}");
    let lab = Lab::open(engine).await.unwrap();
    let mut failed = Vec::new();
    for at in 1..history.releases.len() {
        if size.asked(at, &history.releases[at].number) {
            failed.extend(released(&lab, &history, at, size.depth()).await);
        }
    }
    failed.extend(all_the_way(&lab, &history, size).await);
    lab.close().await.unwrap();
    assert!(
        failed.is_empty(),
        "{name} on {engine}:\n\n{}",
        failed.join("\n\n")
    );
}

/// One release through the invariants.
async fn released(lab: &Lab, history: &History, at: usize, depth: Depth) -> Vec<String> {
    let (before, release) = (&history.releases[at - 1], &history.releases[at]);
    let called = format!("{} release {}", history.name, release.number);
    let began = Instant::now();
    let rows = match rows_for(lab, &before.script, "").await {
        Ok(rows) => rows,
        Err(error) => return vec![format!("{called}: {error}")],
    };
    let situation = Situation {
        observed: &before.script,
        rows: &rows,
        declare: &of_sql(&release.script),
        unlike: &release.unlike,
        depth,
    };
    let found = match check(lab, &situation).await {
        Err(error) => vec![error],
        Ok(checked) => {
            let answer = match checked.outcome {
                Outcome::Planned(planned) if planned.plan.is_empty() => {
                    Some("there is nothing to do".to_owned())
                }
                Outcome::Planned(_) => None,
                Outcome::Refused(error) => Some(format!("refused: {error}")),
            };
            answer.into_iter().chain(checked.violations).collect()
        }
    };
    println!("{} {called}: {:.1?}", lab.engine, began.elapsed());
    let said = |seen| format!("{called}: {seen}");
    found.into_iter().map(said).collect()
}

/// One database, there and back.
async fn all_the_way(lab: &Lab, history: &History, size: Size) -> Vec<String> {
    let stops: Vec<Stop<'_>> = history
        .releases
        .iter()
        .take(size.way(lab.engine) + 1)
        .map(|release| Stop {
            name: &release.number,
            script: &release.script,
        })
        .collect();
    let began = Instant::now();
    let went = async {
        let rows = rows_for(lab, stops[0].script, &history.rows).await?;
        journey(lab, &stops, &rows).await
    };
    let called = format!("{} all the way", history.name);
    let told = match went.await {
        Ok(told) => told,
        Err(error) => return vec![format!("{called}: {error}")],
    };
    println!(
        "{} {called}: {} steps in {} legs, {:.1?}",
        lab.engine,
        told.legs.iter().map(|(_, steps)| steps).sum::<usize>(),
        told.legs.len(),
        began.elapsed()
    );
    let said = |seen| format!("{called}, {seen}");
    told.violations.into_iter().map(said).collect()
}

macro_rules! schemas {
    ($($test:ident: $name:literal, $engine:ident, $size:ident;)*) => {
        /// The first release of each schema on an engine, by its name.
        pub(crate) fn first_of(engine: Engine) -> Vec<(String, String)> {
            let all = [$(($name, Engine::$engine)),*];
            let own = all.into_iter().filter(|(_, on)| *on == engine);
            own.map(|(name, on)| (name.to_owned(), history(name, on).releases[0].script.clone()))
                .collect()
        }

        $(
        mod $test {
            use super::*;

            #[tokio::test]
            async fn is_adopted_with_an_empty_plan() {
                adopted($name, Engine::$engine).await;
            }

            #[tokio::test]
            async fn goes_through_its_releases_and_back() {
                evolves($name, Engine::$engine, Size::$size).await;
            }
        }
        )*
    };
}

schemas! {
    shop_on_postgres: "shop", Postgres, Small;
    shop_on_mysql: "shop", Mysql, Small;
    shop_on_mariadb: "shop", Mariadb, Small;
    shop_on_sqlite: "shop", Sqlite, Small;
    tickets_on_postgres: "tickets", Postgres, Small;
    tickets_on_mysql: "tickets", Mysql, Small;
    tickets_on_mariadb: "tickets", Mariadb, Small;
    cms_on_mysql: "cms", Mysql, Small;
    cms_on_mariadb: "cms", Mariadb, Small;
    cms_on_sqlite: "cms", Sqlite, Small;
    erp_on_postgres: "erp", Postgres, Large;
}
