//! Cuts a script into statements and collects what is wrong with them.

mod client;
mod snippet;

use snippet::snippet;

use super::body::Body;
use super::classify::classify;
use super::error::Refusal;
use super::lexer::{LexError, Lexeme, Lexer, inside};
use super::place::Place;
use super::words::Words;
use super::{
    Flavor, MAX_ERRORS, MAX_NESTING, MAX_SCRIPT_BYTES, MAX_STATEMENTS, Piece, PieceKind, Reason,
    ScriptError, Token, TokenKind, session,
};
use std::ops::Range;

/// Splits and checks; see [`super::split`].
pub(super) fn split(flavor: Flavor, text: &str) -> Result<Vec<Piece>, Vec<ScriptError>> {
    let mut splitter = Splitter::new(flavor, text);
    if text.len() > MAX_SCRIPT_BYTES {
        splitter.stop(0, Reason::TooLarge);
    } else if let Some(at) = text.find('\0') {
        splitter.stop(at, Reason::Character(0));
    } else {
        splitter.run();
    }
    if splitter.errors.is_empty() {
        Ok(splitter.pieces)
    } else {
        Err(splitter.errors)
    }
}

struct Splitter<'a> {
    flavor: Flavor,
    text: &'a str,
    lexer: Lexer<'a>,
    place: Place,
    statement: Statement,
    count: usize,
    pieces: Vec<Piece>,
    errors: Vec<ScriptError>,
}

/// The statement being read.
#[derive(Default)]
struct Statement {
    tokens: Vec<Token>,
    /// Indexes of the parentheses that are open.
    open: Vec<usize>,
    /// Known from the first semicolon on.
    body: Option<Body>,
    /// The first thing wrong with it.
    refusal: Option<Refusal>,
    /// The tokens that stand in executable comments, which some servers do not read.
    hidden: Vec<Range<usize>>,
    /// Where the last of these comments ends.
    hidden_to: usize,
}

impl Statement {
    fn refuse(&mut self, refusal: Refusal) {
        self.refusal.get_or_insert(refusal);
    }

    fn last(&self) -> usize {
        self.tokens.len().saturating_sub(1)
    }

    /// What a server reads that takes the executable comments for comments.
    fn visible(&self) -> Vec<Token> {
        let hidden = |at: &usize| self.hidden.iter().any(|range| range.contains(at));
        let tokens = self.tokens.iter().enumerate();
        tokens
            .filter(|(at, _)| !hidden(at))
            .map(|(_, token)| *token)
            .collect()
    }
}

impl<'a> Splitter<'a> {
    fn new(flavor: Flavor, text: &'a str) -> Self {
        let start = if text.starts_with('\u{FEFF}') {
            '\u{FEFF}'.len_utf8()
        } else {
            0
        };
        let mut lexer = Lexer::new(flavor, text);
        lexer.skip_to(start);
        Self {
            flavor,
            text,
            lexer,
            place: Place::new(start),
            statement: Statement::default(),
            count: 0,
            pieces: Vec::new(),
            errors: Vec::new(),
        }
    }

    fn run(&mut self) {
        while self.errors.len() < MAX_ERRORS {
            match self.lexer.next() {
                Some(Ok(Lexeme::Token(token))) => self.token(token),
                Some(Ok(Lexeme::Delimiter)) => self.delimiter(),
                Some(Ok(Lexeme::Executable(token))) => self.executable(token),
                Some(Err(LexError { at, reason })) => return self.stop(at, reason),
                None => return self.end(),
            }
            if self.count > MAX_STATEMENTS {
                return self.stop(self.text.len(), Reason::TooMany);
            }
        }
    }

    fn raw(&self, token: Token) -> &'a str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    fn words(&self) -> Words<'_> {
        Words {
            flavor: self.flavor,
            text: self.text,
            tokens: &self.statement.tokens,
        }
    }

    fn token(&mut self, token: Token) {
        let raw = self.raw(token);
        let symbol = token.kind == TokenKind::Symbol;
        if self.statement.tokens.is_empty() && self.client_line(token, raw) {
            return;
        }
        if symbol && raw == ";" {
            return self.semicolon(token);
        }
        self.statement.tokens.push(token);
        let at = self.statement.last();
        match raw {
            "(" if symbol => self.statement.open.push(at),
            ")" if symbol && self.statement.open.pop().is_none() => {
                self.statement
                    .refuse(Refusal::at(at, Reason::ExtraParenthesis));
            }
            "\\" if symbol => {
                self.statement
                    .refuse(Refusal::at(at, Reason::Character(u32::from(b'\\'))));
            }
            _ if token.kind == TokenKind::Quoted => {
                // A line break in a name becomes a statement in what other tools write of it.
                if let Some(control) = raw.chars().find(|c| c.is_control()) {
                    let reason = Reason::Character(u32::from(control));
                    self.statement.refuse(Refusal::at(at, reason));
                }
            }
            _ => {}
        }
        if self.statement.open.len() > MAX_NESTING {
            self.statement.refuse(Refusal::at(at, Reason::TooDeep));
        }
        self.feed();
    }

    /// Gives the last token to the body, if the statement is known to have one.
    fn feed(&mut self) {
        let Some(mut body) = self.statement.body.take() else {
            return;
        };
        let fed = body.feed(&self.words(), self.statement.last());
        self.statement.body = Some(body);
        if let Err(refusal) = fed {
            self.statement.refuse(refusal);
        }
    }

    fn semicolon(&mut self, token: Token) {
        if self.statement.refusal.is_some() {
            return self.finish();
        }
        if let Some(open) = self.statement.open.last() {
            if self.statement.open.len() == 1 && self.is_rule() {
                return self.statement.tokens.push(token);
            }
            self.statement
                .refuse(Refusal::at(*open, Reason::OpenParenthesis));
            return self.finish();
        }
        if !self.in_body() {
            return self.finish();
        }
        self.statement.tokens.push(token);
        self.feed();
        if self.statement.refusal.is_some() {
            self.finish();
        }
    }

    /// `CREATE RULE ... DO (a; b)` is the one place with semicolons in parentheses.
    fn is_rule(&self) -> bool {
        let words = self.words();
        let kind = 1 + words.sequence(1, "OR REPLACE").unwrap_or(0);
        self.flavor == Flavor::Postgres && words.is(0, "CREATE") && words.is(kind, "RULE")
    }

    /// Whether the statement goes on behind a semicolon here.
    fn in_body(&mut self) -> bool {
        if self.statement.body.is_none() {
            match Body::find(&self.words()) {
                Ok(body) => self.statement.body = Some(body),
                Err(refusal) => self.statement.refuse(refusal),
            }
        }
        self.statement.body.as_ref().is_some_and(Body::is_open)
    }

    /// The delimiter of the client ends a statement; inside a body it would cut it.
    fn delimiter(&mut self) {
        if !self.statement.tokens.is_empty() && self.in_body() {
            let at = self.statement.last();
            self.statement
                .refuse(Refusal::at(at, Reason::DelimiterInBody));
        }
        self.complete();
    }

    fn end(&mut self) {
        if !self.statement.tokens.is_empty() && self.in_body() {
            self.statement.refuse(Refusal::at(0, Reason::OpenBody));
        }
        self.complete();
    }

    /// Finishes a statement that no semicolon has ended.
    fn complete(&mut self) {
        if let Some(open) = self.statement.open.last() {
            self.statement
                .refuse(Refusal::at(*open, Reason::OpenParenthesis));
        }
        self.finish();
    }

    fn executable(&mut self, token: Token) {
        let empty = self.statement.tokens.is_empty();
        if empty && session::is_sandbox_mark(self.raw(token)) {
            return;
        }
        let tokens = inside(self.flavor, self.text, token).filter(|_| !empty);
        let Some(tokens) = tokens else {
            self.statement.tokens.push(token);
            if !empty {
                let at = self.statement.last();
                self.statement
                    .refuse(Refusal::at(at, Reason::ExecutableComment));
            }
            return;
        };
        let from = self.statement.tokens.len();
        for token in tokens {
            self.token(token);
        }
        self.statement
            .hidden
            .push(from..self.statement.tokens.len());
        self.statement.hidden_to = token.end;
    }

    /// What a statement declares. One with executable comments is a table's, and one with and without
    /// them, since the server decides which it reads.
    fn classified(&self, statement: &Statement) -> Result<PieceKind, Refusal> {
        let words = |tokens| Words {
            flavor: self.flavor,
            text: self.text,
            tokens,
        };
        let kind = classify(&words(&statement.tokens))?;
        let Some(first) = statement.hidden.first() else {
            return Ok(kind);
        };
        let visible = statement.visible();
        let without = classify(&words(&visible));
        match (&kind, without) {
            (PieceKind::CreateTable, Ok(PieceKind::CreateTable)) => Ok(kind),
            _ => Err(Refusal::at(first.start, Reason::ExecutableComment)),
        }
    }

    /// Classifies the statement read and starts the next.
    fn finish(&mut self) {
        let mut statement = std::mem::take(&mut self.statement);
        let (Some(&first), Some(&last)) = (statement.tokens.first(), statement.tokens.last())
        else {
            return;
        };
        self.count += 1;
        self.place.advance(self.text, first.start);
        let end = last.end.max(statement.hidden_to);
        let text = self.text.get(first.start..end).unwrap_or_default();
        if self.flavor.is_mysql_family() && text.ends_with("--") {
            // Without its terminator the text would end in a comment instead of an operator.
            let reason = Reason::Character(u32::from(b'-'));
            statement.refuse(Refusal::at(statement.last(), reason));
        }
        let kind = match statement.refusal.take() {
            Some(refusal) => Err(refusal),
            None => self.classified(&statement),
        };
        let words = Words {
            flavor: self.flavor,
            text: self.text,
            tokens: &statement.tokens,
        };
        let copies = self.flavor == Flavor::Postgres && words.is(0, "COPY");
        if copies && (0..words.tokens.len()).any(|at| words.is(at, "STDIN")) {
            self.skip_copied_rows(last.end);
        }
        match kind {
            Ok(kind) => self.piece(text, kind),
            Err(refusal) => self.refused(&words, &refusal),
        }
    }

    fn piece(&mut self, text: &str, kind: PieceKind) {
        let Place { line, column, .. } = self.place;
        self.pieces.push(Piece {
            text: text.to_owned(),
            line,
            column,
            kind,
        });
    }

    fn refused(&mut self, words: &Words<'_>, refusal: &Refusal) {
        let last = words.tokens.len().saturating_sub(1);
        let tokens = words
            .tokens
            .get(refusal.token.min(last)..)
            .unwrap_or_default();
        let at = tokens.first().map_or(self.text.len(), |token| token.start);
        let snippet = snippet(self.text, tokens);
        self.error(at, refusal.reason.clone(), snippet);
    }

    /// Records what makes the rest of the script unreadable.
    fn stop(&mut self, at: usize, reason: Reason) {
        let snippet = snippet(self.text, &self.statement.tokens);
        self.error(at, reason, snippet);
    }

    fn error(&mut self, at: usize, reason: Reason, snippet: String) {
        let mut place = self.place;
        place.advance(self.text, at);
        let Place { line, column, .. } = place;
        self.errors.push(ScriptError {
            line,
            column,
            reason,
            snippet,
        });
    }
}
