//! Compound statements of `MySQL` and `MariaDB` (`MySQL` 8.4 manual 15.6, `MariaDB` "Programmatic
//! and Compound Statements").
//!
//! `BEGIN` and `END` are no reserved words, and `IF` and `REPEAT` are functions too, so words
//! count as block words only where the grammar expects a statement.

mod start;

pub(super) use start::start;

use super::error::Refusal;
use super::words::Words;
use super::{Flavor, MAX_NESTING, Reason, TokenKind};

/// An open block. A `Head` is a block whose condition is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Begin,
    IfHead,
    If,
    CaseHead,
    Case,
    Loop,
    Repeat,
    Until,
    WhileHead,
    While,
    ForHead,
    For,
    CaseExpression,
}

/// Which part of a statement comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Expect {
    /// The first word of a statement.
    #[default]
    Statement,
    /// Anything.
    Anything,
    /// The colon that would make the word before it a label.
    Colon,
    /// The word that repeats the kind of the block just ended.
    Ending(&'static str),
    /// The condition of a handler.
    Condition,
    /// A comma, or the statement of a handler.
    Handled,
}

/// The open blocks of a body.
#[derive(Debug, Default)]
pub(super) struct Compound {
    stack: Vec<Block>,
    expect: Expect,
    after_dot: bool,
}

impl Compound {
    /// Whether a block is open.
    pub(super) fn is_open(&self) -> bool {
        !self.stack.is_empty()
    }

    /// Takes in token `at`.
    pub(super) fn feed(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        let after_dot = std::mem::replace(&mut self.after_dot, words.symbol(at, "."));
        if words.symbol(at, ";") {
            return self.semicolon(words, at);
        }
        match std::mem::replace(&mut self.expect, Expect::Anything) {
            Expect::Ending(keyword) if words.is(at, keyword) => Ok(()),
            Expect::Ending(_) => Err(mismatch(words, at)),
            Expect::Colon if words.symbol(at, ":") => {
                self.expect = Expect::Statement;
                Ok(())
            }
            Expect::Condition => {
                self.condition(words, at);
                Ok(())
            }
            Expect::Handled if words.symbol(at, ",") => {
                self.expect = Expect::Condition;
                Ok(())
            }
            Expect::Statement | Expect::Handled => self.statement(words, at),
            Expect::Colon | Expect::Anything if after_dot => Ok(()),
            Expect::Colon | Expect::Anything => self.inside(words, at),
        }
    }

    /// A semicolon ends a statement of the body; no condition or expression may be open then.
    fn semicolon(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        let complete = match self.stack.last() {
            None
            | Some(
                Block::Begin
                | Block::If
                | Block::Case
                | Block::Loop
                | Block::Repeat
                | Block::While
                | Block::For,
            ) => true,
            Some(
                Block::IfHead
                | Block::CaseHead
                | Block::Until
                | Block::WhileHead
                | Block::ForHead
                | Block::CaseExpression,
            ) => false,
        };
        match self.expect {
            Expect::Ending(_) | Expect::Condition | Expect::Handled => Err(mismatch(words, at)),
            _ if !complete => Err(mismatch(words, at)),
            _ => {
                self.expect = Expect::Statement;
                Ok(())
            }
        }
    }

    /// The condition of a handler: a code, `SQLSTATE [VALUE] 'x'`, `NOT FOUND` or a name.
    fn condition(&mut self, words: &Words<'_>, at: usize) {
        let more = words.is(at, "SQLSTATE")
            || words.is(at, "NOT")
            || (words.is(at, "VALUE") && words.is(at.saturating_sub(1), "SQLSTATE"));
        self.expect = if more {
            Expect::Condition
        } else {
            Expect::Handled
        };
    }

    /// The first word of a statement.
    fn statement(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        if words.kind(at) != Some(TokenKind::Word) {
            if words.kind(at) == Some(TokenKind::Quoted) {
                self.expect = Expect::Colon;
            }
            return Ok(());
        }
        let word = words.raw(at).to_ascii_uppercase();
        match word.as_str() {
            "BEGIN" => self.open(at, Block::Begin, Expect::Statement),
            "LOOP" => self.open(at, Block::Loop, Expect::Statement),
            "REPEAT" => self.open(at, Block::Repeat, Expect::Statement),
            "IF" => self.open(at, Block::IfHead, Expect::Anything),
            "CASE" => self.open(at, Block::CaseHead, Expect::Anything),
            "WHILE" => self.open(at, Block::WhileHead, Expect::Anything),
            "FOR" if words.flavor == Flavor::Mariadb => {
                self.open(at, Block::ForHead, Expect::Anything)
            }
            "ELSE" => self.turn(
                words,
                at,
                &[(Block::If, Block::If), (Block::Case, Block::Case)],
            ),
            "ELSEIF" => self.turn(words, at, &[(Block::If, Block::IfHead)]),
            "WHEN" => self.turn(words, at, &[(Block::Case, Block::CaseHead)]),
            // Not a reserved word: outside of a loop that it ends it may be a label.
            "UNTIL" if self.stack.last() == Some(&Block::Repeat) => {
                self.turn(words, at, &[(Block::Repeat, Block::Until)])
            }
            "END" => self.end(words, at),
            "DELIMITER" => Err(Refusal::at(at, Reason::DelimiterInBody)),
            _ => {
                self.expect = Expect::Colon;
                Ok(())
            }
        }
    }

    /// A token that does not begin a statement.
    fn inside(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        if words.kind(at) != Some(TokenKind::Word) {
            return Ok(());
        }
        let top = self.stack.last().copied();
        if words.is(at, "CASE") {
            self.open(at, Block::CaseExpression, Expect::Anything)
        } else if words.is(at, "END") && top == Some(Block::CaseExpression) {
            self.stack.pop();
            Ok(())
        } else if words.is(at, "END") && top == Some(Block::Until) {
            self.end(words, at)
        } else if words.is(at, "THEN") && top == Some(Block::IfHead) {
            self.enter(Block::If);
            Ok(())
        } else if words.is(at, "THEN") && top == Some(Block::CaseHead) {
            self.enter(Block::Case);
            Ok(())
        } else if words.is(at, "DO") && top == Some(Block::WhileHead) {
            self.enter(Block::While);
            Ok(())
        } else if words.is(at, "DO") && top == Some(Block::ForHead) {
            self.enter(Block::For);
            Ok(())
        } else {
            if words.is(at, "FOR") && is_handler(words, at) {
                self.expect = Expect::Condition;
            }
            Ok(())
        }
    }

    fn open(&mut self, at: usize, block: Block, expect: Expect) -> Result<(), Refusal> {
        if self.stack.len() >= MAX_NESTING {
            return Err(Refusal::at(at, Reason::TooDeep));
        }
        self.stack.push(block);
        self.expect = expect;
        Ok(())
    }

    /// The condition is over: statements follow.
    fn enter(&mut self, block: Block) {
        self.stack.pop();
        self.stack.push(block);
        self.expect = Expect::Statement;
    }

    /// A word that turns the innermost block from one part into another.
    fn turn(
        &mut self,
        words: &Words<'_>,
        at: usize,
        parts: &[(Block, Block)],
    ) -> Result<(), Refusal> {
        let top = self.stack.last().copied();
        let Some((from, to)) = parts.iter().find(|(from, _)| top == Some(*from)) else {
            return Err(mismatch(words, at));
        };
        self.enter(*to);
        if from != to {
            self.expect = Expect::Anything;
        }
        Ok(())
    }

    fn end(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        self.expect = match self.stack.pop() {
            Some(Block::Begin) => Expect::Anything,
            Some(Block::If) => Expect::Ending("IF"),
            Some(Block::Case) => Expect::Ending("CASE"),
            Some(Block::Loop) => Expect::Ending("LOOP"),
            Some(Block::Until) => Expect::Ending("REPEAT"),
            Some(Block::While) => Expect::Ending("WHILE"),
            Some(Block::For) => Expect::Ending("FOR"),
            Some(
                Block::IfHead
                | Block::CaseHead
                | Block::Repeat
                | Block::WhileHead
                | Block::ForHead
                | Block::CaseExpression,
            )
            | None => return Err(mismatch(words, at)),
        };
        Ok(())
    }
}

fn mismatch(words: &Words<'_>, at: usize) -> Refusal {
    Refusal::at(at, Reason::BlockMismatch(words.shown(at)))
}

/// Whether the `FOR` at `at` is that of `DECLARE {CONTINUE | EXIT | UNDO} HANDLER FOR`.
fn is_handler(words: &Words<'_>, at: usize) -> bool {
    let Some(declare) = at.checked_sub(3) else {
        return false;
    };
    words.is(declare, "DECLARE")
        && words.any(declare + 1, &["CONTINUE", "EXIT", "UNDO"])
        && words.is(declare + 2, "HANDLER")
}
