//! Pairs of schemas nobody thought of: one is made, some of it is changed, and the way from the one to
//! the other is taken through the invariants.
//!
//! Each pair comes from a seed, which is printed when something does not hold. `make test` takes a few,
//! `make campaign` a thousand for each engine. `DRIFTLESS_SEED=7` takes one alone; `DRIFTLESS_PAIRS`
//! says how many.

mod change;
mod dialect;
mod print;
mod schema;

use crate::invariants::{Depth, Lab, Outcome, Situation, check, of_sql};
use driftless::engine::Engine;
use futures::StreamExt;
use rand::SeedableRng;
use rand::rngs::StdRng;
use schema::Schema;

/// How many pairs are tried at a time on one engine.
const AT_A_TIME: usize = 4;

/// How many pairs `make test` takes, and `make campaign`.
const PAIRS: (u64, u64) = (12, 1_000);

/// One pair in so many is interrupted after each step.
const INTERRUPTED: u64 = 4;

/// What came of one pair.
enum Came {
    /// Everything held; whether there was something to do.
    Held { empty: bool },
    /// The planner said no, in the way it has to.
    Refused(String),
    /// What did not hold.
    Violated(String),
}

fn seeds() -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    if let Some(seed) = number("DRIFTLESS_SEED") {
        return seed..seed + 1;
    }
    let all = std::env::var("DRIFTLESS_CAMPAIGN").is_ok();
    0..number("DRIFTLESS_PAIRS").unwrap_or(if all { PAIRS.1 } else { PAIRS.0 })
}

async fn pair(lab: &Lab, seed: u64) -> Came {
    let mut random = StdRng::seed_from_u64(seed);
    let before = Schema::any(lab.engine, &mut random);
    let after = change::some(lab.engine, &before, &mut random);
    let (observed, desired) = (
        print::schema(lab.engine, &before),
        print::schema(lab.engine, &after),
    );
    let situation = Situation {
        observed: &observed,
        rows: &print::rows(lab.engine, &before),
        declare: &of_sql(&desired),
        unlike: &[],
        depth: if seed.is_multiple_of(INTERRUPTED) {
            Depth::Interrupted
        } else {
            Depth::Straight
        },
    };
    let told = |what: &str| Came::Violated(format!("{what}\n{observed}\n--- declared:\n{desired}"));
    let checked = match check(lab, &situation).await {
        Ok(checked) => checked,
        // A drop and an add that look like a rename are not run by anybody's word.
        Err(error) if error.starts_with("held back: Forbidden") => return Came::Refused(error),
        Err(error) => return told(&error),
    };
    // A column that comes back stands at the end where the engine only appends.
    let appended = |violation: &&String| !violation.contains("the order of columns differs");
    let violations: Vec<&String> = checked.violations.iter().filter(appended).collect();
    if let Some(first) = violations.first() {
        return told(first);
    }
    match checked.outcome {
        Outcome::Refused(error) => match error.to_string() {
            // The planner had a plan, and it was wrong.
            wrong if wrong.starts_with("NonConvergent") => told(&wrong),
            no => Came::Refused(no),
        },
        Outcome::Planned(planned) => Came::Held {
            empty: planned.plan.is_empty(),
        },
    }
}

async fn all_on(engine: Engine) {
    let lab = Lab::open(engine).await.unwrap();
    let seeds = seeds();
    let pairs = seeds.end - seeds.start;
    let came: Vec<(u64, Came)> = futures::stream::iter(seeds)
        .map(|seed| {
            let lab = &lab;
            async move { (seed, Box::pin(pair(lab, seed)).await) }
        })
        .buffer_unordered(AT_A_TIME)
        .inspect(|(seed, came)| {
            if let Came::Violated(told) = came {
                println!("{engine} seed {seed}: {told}\n");
            }
        })
        .collect()
        .await;
    lab.close().await.unwrap();
    let (mut held, mut refused, mut violated) = (0_u64, Vec::new(), Vec::new());
    for (seed, came) in &came {
        match came {
            Came::Held { empty } => held += u64::from(!empty),
            Came::Refused(why) => refused.push(format!("seed {seed}: {why}")),
            Came::Violated(_) => violated.push(*seed),
        }
    }
    println!(
        "{engine}: {pairs} pairs, {held} changed, {} refused, {} violated\n{}",
        refused.len(),
        violated.len(),
        refused.join("\n")
    );
    assert!(violated.is_empty(), "{engine}: seeds {violated:?}");
    // One that refuses most of what is asked holds every invariant, and is of no use.
    assert!(
        pairs < 10 || held * 2 > pairs,
        "{engine}: {held} of {pairs}"
    );
}

crate::sweep::on_each_engine!(all_on);
