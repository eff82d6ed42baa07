//! The REST API as its clients meet it: the built program on a port, real databases behind it.

mod bad_input;
mod desk;
mod entry;
mod execution;
mod limits;
mod reading;

/// A test on each engine.
macro_rules! on_every_engine {
    ($($test:ident),* $(,)?) => {
        $(mod $test {
            use driftless::engine::Engine;

            #[tokio::test]
            async fn postgres() {
                super::$test(Engine::Postgres).await;
            }
            #[tokio::test]
            async fn mysql() {
                super::$test(Engine::Mysql).await;
            }
            #[tokio::test]
            async fn mariadb() {
                super::$test(Engine::Mariadb).await;
            }
            #[tokio::test]
            async fn sqlite() {
                super::$test(Engine::Sqlite).await;
            }
        })*
    };
}
use on_every_engine;
