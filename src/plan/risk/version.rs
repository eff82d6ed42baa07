//! Servers of which it is known that they do something wrong.

use super::rule::{Rule, Severity};
use super::{Finding, Scene};
use crate::engine::{Engine, Server, Step};

/// OP008: before 14.4 an index that was built concurrently could lack rows that were updated meanwhile
/// (release notes of 14.4, "Prevent possible corruption of indexes created or rebuilt with the
/// CONCURRENTLY option").
pub(super) fn findings(scene: &Scene<'_>) -> Vec<Finding> {
    if !corrupts(scene.server) {
        return Vec::new();
    }
    let built = scene.steps.iter().filter(|step| is_concurrent(step));
    built
        .map(|step| Finding {
            rule: Rule::ConcurrentCorruption,
            severity: Severity::High,
            object: step.object.clone(),
            message: format!(
                "PostgreSQL {} can leave rows out of an index that it builds concurrently",
                scene.server.version_text
            ),
            remedy:
                "upgrade the server to 14.4 or later first, or plan with `online: Never`, under \
                     which writers wait"
                    .to_owned(),
            rows: None,
            bytes: None,
            overridden: None,
        })
        .collect()
}

fn corrupts(server: &Server) -> bool {
    server.engine == Engine::Postgres && server.version.0 == 14 && server.version.1 < 4
}

fn is_concurrent(step: &Step) -> bool {
    let mut statements = step.statements.iter();
    statements.any(|statement| {
        let sql = statement.sql();
        sql.starts_with("CREATE ") && sql.contains(" INDEX CONCURRENTLY ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::risk::Facts;
    use crate::plan::risk::sample::indexed;

    #[test]
    fn only_the_first_patches_of_14_build_wrongly() {
        for (version, speaks) in [
            ((14, 0, 0), true),
            ((14, 3, 0), true),
            ((14, 4, 0), false),
            ((15, 1, 0), false),
        ] {
            let found = indexed(Engine::Postgres, version, &Facts::default());
            let said = found
                .iter()
                .find(|it| it.rule == Rule::ConcurrentCorruption);
            assert_eq!(said.is_some(), speaks, "{version:?}");
            assert!(said.is_none_or(|it| it.object.part == "t_v"));
        }
    }
}
