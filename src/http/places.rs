//! Which databases are served.

use super::problem::{Problem, ProblemKind};
use crate::database::Database;
use async_trait::async_trait;

/// Why a target leads nowhere.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// A target has to be named here.
    #[error("no target was named; add ?target=namespace/name")]
    Unnamed,
    /// There is none of that name.
    #[error("there is no target {name:?} here")]
    Unknown {
        /// The name that was asked for.
        name: String,
        /// Names like it that are there.
        nearest: Vec<String>,
    },
    /// It is there and cannot be used.
    #[error("target {name} cannot be used: {problem}")]
    Broken {
        /// The name.
        name: String,
        /// What is wrong with it.
        problem: String,
    },
    /// Where targets are listed cannot be read now.
    #[error("targets cannot be read: {0}")]
    Unavailable(String),
}

/// Finds databases by the name of their target.
#[async_trait]
pub trait Places: Send + Sync + 'static {
    /// The database of a target; `None` where the request names none.
    async fn find(&self, target: Option<&str>) -> Result<Database, PlaceError>;
}

/// One database, which needs no name.
#[derive(Clone, Debug)]
pub struct One(
    /// The database.
    pub Database,
);

#[async_trait]
impl Places for One {
    async fn find(&self, target: Option<&str>) -> Result<Database, PlaceError> {
        match target {
            None => Ok(self.0.clone()),
            Some(name) if name == self.0.identity() => Ok(self.0.clone()),
            Some(name) => Err(PlaceError::Unknown {
                name: name.to_owned(),
                nearest: vec![self.0.identity()],
            }),
        }
    }
}

impl From<PlaceError> for Problem {
    fn from(error: PlaceError) -> Self {
        let detail = error.to_string();
        match error {
            PlaceError::Unnamed => Self::new(
                ProblemKind::InvalidRequest,
                detail,
                "name the DatabaseSchema as ?target=namespace/name",
            ),
            PlaceError::Unknown { nearest, .. } => Self {
                nearest,
                ..Self::new(
                    ProblemKind::UnknownTarget,
                    detail,
                    "name one that is there, or none where one database is served",
                )
            },
            PlaceError::Broken { .. } => Self::new(
                ProblemKind::InvalidSchema,
                detail,
                "correct the DatabaseSchema; its status says more",
            ),
            PlaceError::Unavailable(_) => {
                Self::new(ProblemKind::GuardUnavailable, detail, "try again later")
            }
        }
    }
}
