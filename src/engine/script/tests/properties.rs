//! What holds for any text.

use super::*;
use proptest::prelude::*;

/// Fragments whose combinations reach the corners of the lexers and of the block rules.
const FRAGMENTS: &[&str] = &[
    "CREATE TABLE t (a int)",
    "CREATE VIEW v AS SELECT 1",
    "CREATE PROCEDURE p()",
    "BEGIN",
    "END",
    "CREATE FUNCTION f() RETURNS int",
    "BEGIN ATOMIC",
    "RETURN",
    "IF",
    "THEN",
    "CASE",
    "WHEN",
    "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW",
    "CREATE TRIGGER g AFTER INSERT ON t",
    "LOOP",
    "WHILE",
    "DO",
    "REPEAT",
    "UNTIL",
    "SET sql_notes=0",
    "SELECT",
    "DROP TABLE t",
    ";",
    ";",
    ";",
    "'",
    "''",
    "\"",
    "`",
    "[",
    "]",
    "$$",
    "$a$",
    "E'",
    "\\",
    "(",
    ")",
    "--",
    "-- ",
    "#",
    "/*",
    "*/",
    "/*!40101 ",
    "\n",
    "\r",
    "\nDELIMITER //\n",
    "//",
    "\nDELIMITER $$\n",
    "\nDELIMITER ;\n",
    "@",
    ".",
    "1",
    "1e",
    "é",
    "\u{FEFF}",
    "x",
    "COMMIT",
    "DECLARE CONTINUE HANDLER FOR NOT FOUND",
    ",",
    "=",
];

fn flavors() -> impl Strategy<Value = Flavor> {
    prop::sample::select(ALL.to_vec())
}

fn scripts() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        9 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let joint = prop::sample::select(vec!["", " "]);
    prop::collection::vec((fragment, joint), 0..24).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(a, b)| [a, b.to_owned()])
            .collect()
    })
}

/// Whole statements around arbitrary parts, so that many scripts are accepted.
fn accepted_scripts() -> impl Strategy<Value = String> {
    let statement = prop_oneof![
        "[a-z]{1,3}".prop_map(|name| format!("CREATE TABLE x{name} (a int)")),
        "[a-z;() ]{0,9}".prop_map(|text| format!("CREATE VIEW v AS SELECT '{text}' AS a")),
        "[a-z;() ]{0,9}"
            .prop_map(|text| format!("CREATE VIEW v AS SELECT 1 /*{text}*/ + 2 -- 3\n - 4")),
        Just(
            "CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW BEGIN UPDATE t SET a = 1; END"
                .to_owned()
        ),
        "[-;,. \n+*a-z0-9]{0,12}".prop_map(|text| format!("CREATE VIEW v AS SELECT {text}")),
        Just("BEGIN".to_owned()),
    ];
    let gap = prop::sample::select(vec![";", " ; ", ";\r\n-- ;\n", ";/* ' */"]);
    prop::collection::vec((statement, gap), 0..6).prop_map(|parts| {
        parts
            .into_iter()
            .flat_map(|(a, b)| [a, b.to_owned()])
            .collect()
    })
}

/// Checks what must hold for the pieces of an accepted text.
fn check(flavor: Flavor, text: &str) -> Result<usize, TestCaseError> {
    let _ = tokens(flavor, text);
    let found = match split(flavor, text) {
        Ok(found) => found,
        Err(errors) => {
            prop_assert!(!errors.is_empty() && errors.len() <= MAX_ERRORS);
            for error in errors {
                prop_assert!(error.line >= 1 && error.column >= 1);
                prop_assert!(error.snippet.chars().count() <= 250);
            }
            return Ok(0);
        }
    };
    let mut rest = text;
    for piece in &found {
        let at = rest.find(&piece.text);
        prop_assert!(at.is_some(), "{:?} is not in order in {:?}", piece, text);
        rest = &rest[at.unwrap_or_default() + piece.text.len()..];
        let again = split(flavor, &piece.text);
        prop_assert!(again.is_ok(), "{:?}: {:?} of {:?}", again, piece, text);
        let again = again.unwrap_or_default();
        prop_assert_eq!(again.len(), 1, "{:?}", piece);
        prop_assert_eq!((&again[0].text, &again[0].kind), (&piece.text, &piece.kind));
        let _ = created_name(flavor, piece);
    }
    Ok(found.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_never_panics(flavor in flavors(), text in any::<String>()) {
        check(flavor, &text)?;
    }

    #[test]
    fn pieces_are_single_statements_of_the_text(flavor in flavors(), text in scripts()) {
        check(flavor, &text)?;
    }

    #[test]
    fn accepted_scripts_split_into_what_splits_into_itself(
        flavor in flavors(),
        text in accepted_scripts(),
    ) {
        check(flavor, &text)?;
    }

    #[test]
    fn names_of_any_characters_come_back(flavor in flavors(), name in "[^\\p{Cc}]{1,20}") {
        let (open, close) = if flavor.is_mysql_family() { ("`", "`") } else { ("\"", "\"") };
        let quoted = format!("{open}{}{close}", name.replace(close, &close.repeat(2)));
        let found = split(flavor, &format!("CREATE TABLE {quoted} (a int);")).unwrap_or_default();
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(created_name(flavor, &found[0]), Some((None, name)));
    }
}
