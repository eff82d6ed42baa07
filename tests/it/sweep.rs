//! Sweeps: everything of a kind on one engine, one test for each engine.

/// The tests `on_sqlite`, `on_postgres`, `on_mysql` and `on_mariadb` of a function that takes an engine.
macro_rules! on_each_engine {
    ($sweep:path) => {
        $crate::sweep::on_each_engine! {
            $sweep;
            on_sqlite: Sqlite, on_postgres: Postgres, on_mysql: Mysql, on_mariadb: Mariadb
        }
    };
    ($sweep:path; $($test:ident: $engine:ident),*) => {
        $(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $test() {
            $sweep(driftless::engine::Engine::$engine).await;
        }
        )*
    };
}

pub(crate) use on_each_engine;
