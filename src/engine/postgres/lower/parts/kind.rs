//! What differs between a primary key, a unique constraint, an index, a foreign key and a check: how each
//! is said, what it costs, and what of it changes in place.

use crate::engine::postgres::lower::online::Swap;
use crate::engine::postgres::lower::{Cost, Lowering, SWITCH, online};
use crate::engine::postgres::render::{self, quote, quoted_name};
use crate::engine::{Lock, Phase, Work};
use crate::schema::{
    Attribute, Attributes, Check, Element, Fold, ForeignKey, Index, Key, Name, Part, Term,
};

/// The four kinds, and how each is said.
pub(in crate::engine::postgres::lower) trait Kind:
    Element
{
    const WORD: &'static str;
    const GOES: Phase;
    const COMES: Phase;
    /// What may differ without the part being made again.
    const SOFT: &'static [Attribute];
    fn attributes(&self) -> &Attributes;
    fn attributes_mut(&mut self) -> &mut Attributes;
    fn add(&self, table: &Name) -> String;
    fn drop(table: &Name, label: &str) -> String {
        format!(
            "ALTER TABLE {} DROP CONSTRAINT {}",
            quoted_name(table),
            quote(label)
        )
    }
    fn rename(table: &Name, from: &str, to: &str) -> String {
        format!(
            "ALTER TABLE {} RENAME CONSTRAINT {} TO {}",
            quoted_name(table),
            quote(from),
            quote(to)
        )
    }
    fn comment_target(table: &Name, label: &str) -> String {
        format!("CONSTRAINT {} ON {}", quote(label), quoted_name(table))
    }
    /// Adds it, or puts it in another's place, while those who use the table go on. Answers whether
    /// there is such a way.
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool;
    /// Drops it while those who use the table go on. Answers whether there is such a way that
    /// differs from the plain one.
    fn drop_spared(&self, lowering: &mut Lowering<'_>, table: &Name) -> bool {
        let _ = (lowering, table);
        false
    }
    fn cost(&self) -> Cost;
    /// Expressions and columns it reads, as text.
    fn texts(&self) -> Vec<&str>;
}

fn part_texts<'a>(parts: &'a [Part], attributes: &'a Attributes) -> Vec<&'a str> {
    let terms = parts.iter().map(|part| match &part.term {
        Term::Column(text) | Term::Expression(text) => text.as_str(),
    });
    let more = [Attribute::Include, Attribute::Predicate];
    let more = more.iter().filter_map(|a| attributes.get(a));
    terms.chain(more.map(String::as_str)).collect()
}

/// A primary key; the same struct as a unique constraint, another clause.
#[derive(Clone)]
pub(super) struct Primary(pub(super) Key);

impl Element for Primary {
    fn label(&self) -> &crate::schema::Label {
        &self.0.label
    }
    fn with_label(&self, label: crate::schema::Label) -> Self {
        Self(self.0.with_label(label))
    }
    fn same_shape(&self, other: &Self, fold: Fold) -> bool {
        self.0.same_shape(&other.0, fold)
    }
    fn uses(&self, column: &str, fold: Fold) -> bool {
        self.0.uses(column, fold)
    }
}

impl Kind for Primary {
    const WORD: &'static str = "primary key";
    const GOES: Phase = Phase::DropParts;
    const COMES: Phase = Phase::AddParts;
    const SOFT: &'static [Attribute] = &[Attribute::Comment, Attribute::StorageParameters];
    fn attributes(&self) -> &Attributes {
        &self.0.attributes
    }
    fn attributes_mut(&mut self) -> &mut Attributes {
        &mut self.0.attributes
    }
    fn add(&self, table: &Name) -> String {
        format!(
            "ALTER TABLE {} ADD {}",
            quoted_name(table),
            render::primary_key(&self.0)
        )
    }
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool {
        let gone = swap.gone.map(|gone| gone.0.label.text.as_str());
        lowering.builds_beside(swap.table)
            && online::key(lowering, swap.table, &self.0, gone, Self::WORD)
    }
    fn cost(&self) -> Cost {
        (Lock::BlocksAll, Work::IndexBuild)
    }
    fn texts(&self) -> Vec<&str> {
        part_texts(&self.0.parts, &self.0.attributes)
    }
}

impl Kind for Key {
    const WORD: &'static str = "unique";
    const GOES: Phase = Phase::DropParts;
    const COMES: Phase = Phase::AddParts;
    const SOFT: &'static [Attribute] = &[Attribute::Comment, Attribute::StorageParameters];
    fn attributes(&self) -> &Attributes {
        &self.attributes
    }
    fn attributes_mut(&mut self) -> &mut Attributes {
        &mut self.attributes
    }
    fn add(&self, table: &Name) -> String {
        format!(
            "ALTER TABLE {} ADD {}",
            quoted_name(table),
            render::unique(self)
        )
    }
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool {
        let gone = swap.gone.map(|gone| gone.label.text.as_str());
        lowering.builds_beside(swap.table)
            && online::key(lowering, swap.table, self, gone, Self::WORD)
    }
    fn cost(&self) -> Cost {
        (Lock::BlocksAll, Work::IndexBuild)
    }
    fn texts(&self) -> Vec<&str> {
        part_texts(&self.parts, &self.attributes)
    }
}

impl Kind for Check {
    const WORD: &'static str = "check";
    const GOES: Phase = Phase::DropParts;
    const COMES: Phase = Phase::AddParts;
    const SOFT: &'static [Attribute] = &[Attribute::Comment, Attribute::NotValid];
    fn attributes(&self) -> &Attributes {
        &self.attributes
    }
    fn attributes_mut(&mut self) -> &mut Attributes {
        &mut self.attributes
    }
    fn add(&self, table: &Name) -> String {
        format!(
            "ALTER TABLE {} ADD {}",
            quoted_name(table),
            render::added_check(self)
        )
    }
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool {
        online::trusted_first(lowering, swap, self)
    }
    fn cost(&self) -> Cost {
        let trusted = self.attributes.contains_key(&Attribute::NotValid)
            || self.attributes.contains_key(&Attribute::NotEnforced);
        if trusted {
            SWITCH
        } else {
            (Lock::BlocksAll, Work::Scan)
        }
    }
    fn texts(&self) -> Vec<&str> {
        vec![&self.expression]
    }
}

impl Kind for ForeignKey {
    const WORD: &'static str = "foreign key";
    const GOES: Phase = Phase::DropForeignKeys;
    const COMES: Phase = Phase::AddForeignKeys;
    const SOFT: &'static [Attribute] = &[
        Attribute::Comment,
        Attribute::NotValid,
        Attribute::Deferrable,
        Attribute::InitiallyDeferred,
    ];
    fn attributes(&self) -> &Attributes {
        &self.attributes
    }
    fn attributes_mut(&mut self) -> &mut Attributes {
        &mut self.attributes
    }
    fn add(&self, table: &Name) -> String {
        format!(
            "ALTER TABLE {} ADD {}",
            quoted_name(table),
            render::foreign_key(self)
        )
    }
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool {
        lowering.builds_beside(swap.table)
            && online::stands_free(lowering, swap)
            && online::trusted_first(lowering, swap, self)
    }
    /// `SHARE ROW EXCLUSIVE` on both tables (`ALTER TABLE`, `ADD table_constraint`).
    fn cost(&self) -> Cost {
        let trusted = self.attributes.contains_key(&Attribute::NotValid)
            || self.attributes.contains_key(&Attribute::NotEnforced);
        (
            Lock::BlocksWrites,
            if trusted { Work::Metadata } else { Work::Scan },
        )
    }
    fn texts(&self) -> Vec<&str> {
        self.columns.iter().map(String::as_str).collect()
    }
}

impl Kind for Index {
    const WORD: &'static str = "index";
    const GOES: Phase = Phase::DropParts;
    const COMES: Phase = Phase::BuildIndexes;
    const SOFT: &'static [Attribute] = &[
        Attribute::Comment,
        Attribute::StorageParameters,
        Attribute::Tablespace,
    ];
    fn attributes(&self) -> &Attributes {
        &self.attributes
    }
    fn attributes_mut(&mut self) -> &mut Attributes {
        &mut self.attributes
    }
    fn add(&self, table: &Name) -> String {
        render::index(table, self)
    }
    fn drop(table: &Name, label: &str) -> String {
        format!(
            "DROP INDEX {}",
            quoted_name(&Name::new(&table.schema, label))
        )
    }
    fn rename(table: &Name, from: &str, to: &str) -> String {
        let index = quoted_name(&Name::new(&table.schema, from));
        format!("ALTER INDEX {index} RENAME TO {}", quote(to))
    }
    fn comment_target(table: &Name, label: &str) -> String {
        format!("INDEX {}", quoted_name(&Name::new(&table.schema, label)))
    }
    fn spare(&self, lowering: &mut Lowering<'_>, swap: &Swap<'_, Self>) -> bool {
        lowering.builds_beside(swap.table) && online::index(lowering, swap, self)
    }
    fn drop_spared(&self, lowering: &mut Lowering<'_>, table: &Name) -> bool {
        let beside = lowering.builds_beside(table);
        if beside {
            online::drop_index(lowering, Self::GOES, table, &self.label.text);
        }
        beside
    }
    /// `SHARE` (13.3.1 "Table-Level Locks").
    fn cost(&self) -> Cost {
        (Lock::BlocksWrites, Work::IndexBuild)
    }
    fn texts(&self) -> Vec<&str> {
        part_texts(&self.parts, &self.attributes)
    }
}
