//! Committed files that the program generates are what it generates now.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use driftless::api::crds;

/// A path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_description_of_the_rest_api_is_what_the_handlers_say() {
    let committed = std::fs::read_to_string(repository("docs/openapi.json")).unwrap_or_default();
    let now = format!("{:#}\n", driftless::http::openapi().unwrap());
    assert!(
        committed == now,
        "docs/openapi.json is out of date: run `make generate`"
    );
}

#[test]
fn crds_are_what_the_types_say() {
    let files = crds::files().unwrap();
    for file in &files {
        let path = repository("crds").join(&file.name);
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == file.text,
            "{} is out of date: run `make generate`",
            path.display()
        );
    }
    let expected: BTreeSet<_> = files.into_iter().map(|file| file.name).collect();
    let found: BTreeSet<_> = std::fs::read_dir(repository("crds"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        found, expected,
        "crds/ holds other files: run `make generate` and remove the rest"
    );
}
