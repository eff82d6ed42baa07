//! Changes that would break something else are refused, naming it.

use super::{delta, lower, read, server};

/// What changes, before and after, and what is named.
const ROWS: &[(&str, &str, &str, &str)] = &[
    (
        "a column under a view",
        "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t",
        "CREATE TABLE t (a int)",
        "view public.v",
    ),
    (
        "a table under a materialized view",
        "CREATE TABLE t (a int); CREATE MATERIALIZED VIEW v AS SELECT a FROM t",
        "",
        "materialized view public.v",
    ),
    (
        "a column a trigger's function reads",
        "CREATE TABLE t (a int, b int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.b := 1; RETURN NEW; END $$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE TABLE t (a int)",
        "trigger public.t.g",
    ),
    (
        "a column a policy reads",
        "CREATE TABLE t (a int, b int); CREATE POLICY p ON t USING (b > 0)",
        "CREATE TABLE t (a int)",
        "policy public.t.p",
    ),
    (
        "a table a function names",
        "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'",
        "",
        "function public.f()",
    ),
    (
        "PG53 a column a publication lists",
        "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE STATISTICS s (dependencies) ON a, b FROM t",
        "CREATE TABLE t (a int PRIMARY KEY)",
        "statistics public.s",
    ),
    (
        "a plain column cannot become generated",
        "CREATE TABLE t (a int, b int)",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED)",
        "column public.t.b",
    ),
];

#[tokio::test]
async fn refused_with_a_name() {
    let mut server = server().await;
    for (what, before, after, named) in ROWS {
        let observed = read(&mut server, before).await;
        let mut desired = read(&mut server, after).await;
        desired.objects.clone_from(&observed.objects);
        desired.opaque.clone_from(&observed.opaque);
        let kept = observed.objects.keys().cloned().collect();
        let delta = delta(&server, &observed, &desired, Vec::new()).keeping(kept);
        let lowered = lower(&server, &delta);
        let said: Vec<String> = lowered
            .unsupported
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(
            said.iter().any(|text| text.contains(named)),
            "{what}: {said:?}"
        );
    }
}
