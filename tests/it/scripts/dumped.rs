//! What the engine's own tool writes of a database is a declaration of that database.

use super::{Answer, client, declared};
use crate::cases::observed_on;
use crate::invariants::Lab;
use crate::releases::first_of;
use driftless::engine::{Engine, Grants};
use futures::StreamExt;

/// How many are tried at a time on one engine.
const AT_A_TIME: usize = 4;

/// `make test` dumps one case in so many.
const SLICES: usize = 8;

/// What a dump holds that is refused in a declaration: whom an object of the MySQL family runs as, what
/// is no part of a schema of PostgreSQL, and a setting by which strings are read otherwise; and what
/// no dump says: that a partition is being detached.
fn may_be_refused(engine: Engine, dump: &str, refusal: &str) -> bool {
    match engine {
        // `mariadb-dump` sets the value of a sequence by DO.
        Engine::Mysql | Engine::Mariadb => {
            dump.contains("DEFINER=") || dump.contains("\nDO SETVAL(")
        }
        Engine::Postgres => {
            let outside = [
                "CREATE SERVER",
                "CREATE PUBLICATION",
                "SET STANDARD_CONFORMING_STRINGS",
            ];
            let is_outside = outside.iter().any(|what| refusal.contains(what));
            is_outside || refusal.contains("detaching it was interrupted")
        }
        Engine::Sqlite => false,
    }
}

async fn one(lab: &Lab, script: &str) -> Result<Answer, String> {
    let world = lab.empty().await?;
    let answer = async {
        world.load(script).await?;
        let dump = client::dump(&world).await?;
        // PostgreSQL's dump says who may do what.
        let grants = match lab.engine {
            Engine::Postgres => Grants::Managed,
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => Grants::Ignored,
        };
        match declared(&world, &dump, grants).await {
            Ok(Answer::Refused(text)) if !may_be_refused(lab.engine, &dump, &text) => {
                Err(format!("refused: {text}\n{dump}"))
            }
            Err(error) => Err(format!("{error}\n{dump}")),
            answer => answer,
        }
    };
    let answer = answer.await;
    lab.discard(vec![world]).await?;
    answer
}

async fn all_on(engine: Engine) {
    let lab = Lab::open(engine).await.unwrap();
    let mut scripts = observed_on(&lab);
    if std::env::var("DRIFTLESS_CAMPAIGN").is_err() && std::env::var("DRIFTLESS_CASE").is_err() {
        let kept = scripts.len() % SLICES;
        let numbered = scripts.into_iter().enumerate();
        let slice = numbered.filter(|(number, _)| number % SLICES == kept);
        scripts = slice.map(|(_, script)| script).collect();
    }
    if std::env::var("DRIFTLESS_CASE").is_err() {
        scripts.extend(first_of(engine));
    }
    let answers: Vec<(String, Result<Answer, String>)> = futures::stream::iter(scripts)
        .map(|(name, script)| {
            let lab = &lab;
            async move { (name, one(lab, &script).await) }
        })
        .buffer_unordered(AT_A_TIME)
        .inspect(|(name, answer)| {
            if let Err(problem) = answer {
                println!("{engine} {name}: {problem}\n");
            }
        })
        .collect()
        .await;
    lab.close().await.unwrap();
    let count = |is: fn(&Result<Answer, String>) -> bool| {
        answers.iter().filter(|(_, answer)| is(answer)).count()
    };
    let empty = count(|answer| matches!(answer, Ok(Answer::Empty)));
    let refused = count(|answer| matches!(answer, Ok(Answer::Refused(_))));
    let failed = count(Result::is_err);
    println!(
        "{engine}: {} dumps, {empty} with nothing to do, {refused} refused by name",
        answers.len()
    );
    assert!(empty > 0, "{engine}: no dump was taken");
    assert!(
        failed == 0,
        "{failed} dumps on {engine} are not what they are taken of"
    );
}

crate::sweep::on_each_engine!(all_on);
