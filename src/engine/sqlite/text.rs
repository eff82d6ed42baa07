//! One print for all spellings of the same SQL: keywords upper case, names as the table spells
//! them and quoted only where they must be, single blanks, no comments, no outer parentheses.
//!
//! SQLite keeps statements as typed and rewrites names in them with quotes when something is
//! renamed (`lang_altertable.html`, sections 2 and 3), so texts are compared only in this print.

use super::lex::{Kind, Token, tokens};

/// The keywords of `lang_keywords.html`.
const KEYWORDS: &str = " ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH \
AUTOINCREMENT BEFORE BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT \
CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT \
DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE \
EXCLUSIVE EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP \
GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO \
IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL \
NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE \
RANGE RECURSIVE REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK \
ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED \
UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT TRUE FALSE ";

/// Keywords that are operators or values in an expression and so never a column when bare.
const OPERATORS: &str = " AND OR NOT IN IS ISNULL NOTNULL NULL LIKE GLOB MATCH REGEXP ESCAPE \
BETWEEN CASE WHEN THEN ELSE END COLLATE CAST AS TRUE FALSE CURRENT_DATE CURRENT_TIME \
CURRENT_TIMESTAMP DISTINCT FROM SELECT EXISTS ";

/// Whether a word is a keyword.
fn is_keyword(word: &str) -> bool {
    in_list(KEYWORDS, word)
}

fn in_list(list: &str, word: &str) -> bool {
    list.contains(&format!(" {} ", word.to_ascii_uppercase()))
}

/// A name as it may stand in a print: bare where that is possible.
fn bare(name: &str) -> String {
    let simple = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && name.bytes().next().is_some_and(|b| !b.is_ascii_digit());
    if simple && !is_keyword(name) {
        name.to_owned()
    } else {
        quote(name)
    }
}

/// A name in double quotes.
pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text as a literal.
pub(super) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The one print of an expression. `columns` are the names that may stand in it.
pub(super) fn print(tokens: &[Token], columns: &[String]) -> String {
    let tokens = without_parentheses(tokens);
    let mut out = String::new();
    let mut before: Option<(Token, bool)> = None;
    for (at, token) in tokens.iter().enumerate() {
        let unary = is_unary(token, before.as_ref());
        if needs_blank(before.as_ref(), token) {
            out.push(' ');
        }
        let call = tokens.get(at + 1).is_some_and(|next| next.is_symbol("("));
        out.push_str(&word(token, columns, call));
        before = Some((*token, unary));
    }
    out
}

/// The one print of a whole statement; two spellings of it have the same.
pub(super) fn statement(sql: &str) -> String {
    print(&tokens(sql), &[])
}

fn word(token: &Token, columns: &[String], call: bool) -> String {
    let column = |name: &str| columns.iter().find(|c| c.eq_ignore_ascii_case(name));
    match token.kind {
        Kind::Word if is_keyword(token.text) => match column(token.text) {
            Some(name) if !in_list(OPERATORS, token.text) => bare(name),
            _ => token.text.to_ascii_uppercase(),
        },
        Kind::Word if call => token.text.to_ascii_lowercase(),
        Kind::Word => column(token.text).map_or_else(|| token.text.to_owned(), |name| bare(name)),
        Kind::Quoted => {
            let name = token.inside();
            // Without such a column SQLite may take "…" for a string (quirks.html, section 8).
            match column(&name) {
                Some(name) => bare(name),
                None if columns.is_empty() => bare(&name),
                None => quote(&name),
            }
        }
        Kind::Symbol => match token.text {
            "==" => "=".to_owned(),
            "!=" => "<>".to_owned(),
            other => other.to_owned(),
        },
        Kind::Blob | Kind::Number => token.text.to_ascii_lowercase(),
        Kind::Text => token.text.to_owned(),
    }
}

/// Whether a sign stands before a value rather than between two.
fn is_unary(token: &Token, before: Option<&(Token, bool)>) -> bool {
    if token.kind != Kind::Symbol || !matches!(token.text, "+" | "-" | "~") {
        return false;
    }
    before.is_none_or(|(before, _)| match before.kind {
        Kind::Symbol => before.text != ")",
        Kind::Word => is_keyword(before.text) && !is_value(before.text),
        Kind::Quoted | Kind::Text | Kind::Blob | Kind::Number => false,
    })
}

fn is_value(word: &str) -> bool {
    [
        "NULL",
        "TRUE",
        "FALSE",
        "END",
        "CURRENT_DATE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
    ]
    .iter()
    .any(|value| value.eq_ignore_ascii_case(word))
}

/// Whether a word may stand as a default for what it is, rather than for a text.
pub(super) fn is_default_word(word: &str) -> bool {
    is_value(word) && !word.eq_ignore_ascii_case("END")
}

/// Whether a print is one value: a number, perhaps signed, a text, a blob, `NULL`, `TRUE`, `FALSE`.
pub(super) fn is_literal(print: &str) -> bool {
    let value = |token: &Token| match token.kind {
        Kind::Number | Kind::Text | Kind::Blob => true,
        Kind::Word => ["NULL", "TRUE", "FALSE"]
            .iter()
            .any(|word| token.is_word(word)),
        Kind::Quoted | Kind::Symbol => false,
    };
    match tokens(print).as_slice() {
        [only] => value(only),
        [sign, number] => sign.is_symbol("-") && number.kind == Kind::Number,
        _ => false,
    }
}

/// The mark a token is; empty for all else.
fn symbol<'a>(token: &Token<'a>) -> &'a str {
    if token.kind == Kind::Symbol {
        token.text
    } else {
        ""
    }
}

fn needs_blank(before: Option<&(Token, bool)>, token: &Token) -> bool {
    let Some((before, unary)) = before else {
        return false;
    };
    match (symbol(before), symbol(token)) {
        // Two signs must not become a comment.
        ("+" | "-" | "~", "+" | "-" | "~") => true,
        ("+" | "-" | "~", _) if *unary => false,
        ("(" | ".", _) | (_, ")" | "," | "." | ";") => false,
        (_, "(") => {
            let function = before.kind == Kind::Word && !is_keyword(before.text);
            !(function || before.kind == Kind::Quoted)
        }
        _ => true,
    }
}

/// The tokens inside the parentheses around all of them, if there are any.
pub(super) fn without_parentheses<'a, 'b>(mut tokens: &'a [Token<'b>]) -> &'a [Token<'b>] {
    while let [first, inner @ .., last] = tokens {
        let closed = first.is_symbol("(") && last.is_symbol(")") && balanced(inner);
        if !closed {
            break;
        }
        tokens = inner;
    }
    tokens
}

/// Whether a text can stand in parentheses as one expression, with nothing riding along.
pub(super) fn is_expression(sql: &str) -> bool {
    let tokens = tokens(sql);
    !tokens.is_empty() && balanced(&tokens) && !tokens.iter().any(|token| token.is_symbol(";"))
}

/// Whether every closing parenthesis has its opening one before it, and the other way round.
fn balanced(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    for token in tokens {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            let Some(less) = depth.checked_sub(1) else {
                return false;
            };
            depth = less;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(sql: &str) -> String {
        print(
            &tokens(sql),
            &["Price".to_owned(), "order".to_owned(), "b c".to_owned()],
        )
    }

    #[test]
    fn spellings_of_one_expression_print_alike() {
        for sql in [
            "Price>0 and \"order\"<>'x'",
            "( PRICE > 0 AND [order] != 'x' )",
            "((price /* is */ > 0 AND `order` <> 'x'))",
        ] {
            assert_eq!(expression(sql), "Price > 0 AND \"order\" <> 'x'", "{sql}");
        }
    }

    #[test]
    fn different_expressions_print_differently() {
        assert_ne!(expression("'A' = Price"), expression("'a' = Price"));
        assert_ne!(expression("\"nope\" = 1"), expression("nope = 1"));
        assert_ne!(expression("(Price) > (1)"), expression("Price > 1 "));
        assert_ne!(expression("Price - 1"), expression("Price, - 1"));
    }

    #[test]
    fn signs_and_calls_keep_their_meaning() {
        assert_eq!(expression("price>-1"), "Price > -1");
        assert_eq!(expression("1- -1"), "1 - -1");
        assert_eq!(expression("- -1"), "- -1");
        assert_eq!(expression("LENGTH (\"b c\")>1"), "length(\"b c\") > 1");
        assert_eq!(expression("price IN(1,2)"), "Price IN (1, 2)");
    }

    #[test]
    fn a_print_prints_as_itself() {
        for sql in [
            "price IN(1,-2) or (order)=+1",
            "a.b||lower( `b c` )",
            "case when 1 then -1 end-1",
        ] {
            let once = expression(sql);
            assert_eq!(expression(&once), once);
        }
    }
}
