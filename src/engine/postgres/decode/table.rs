//! Tables and their columns.

use super::super::expression::{is_null, settled};
use super::super::naming;
use super::super::sequence::Sequence;
use super::{name_of, options, put, put_flag};
use crate::engine::{DecodeError, Row};
use crate::schema::{Attribute, Attributes, Column, Generated, Name, PartitionOf, Table};

/// A table without its columns.
pub(super) fn table(row: &Row<'_>) -> Result<Table, DecodeError> {
    let mut table = Table::new(name_of(row)?);
    let attributes = &mut table.attributes;
    put(attributes, Attribute::Comment, row.opt("comment"));
    put_flag(attributes, Attribute::Unlogged, row.opt("persistence"), "u");
    put(
        attributes,
        Attribute::StorageParameters,
        options(row, &["options", "toast_options"])?,
    );
    put(attributes, Attribute::Tablespace, row.opt("tablespace"));
    put(attributes, Attribute::Method, row.opt("method"));
    let security = match (row.flag("row_security"), row.flag("force_row_security")) {
        (true, true) => Some("ENABLE, FORCE"),
        (true, false) => Some("ENABLE"),
        (false, true) => Some("FORCE"),
        (false, false) => None,
    };
    put(attributes, Attribute::RowSecurity, security);
    // 54.11 pg_class, "relreplident": d = default, n = nothing, f = all columns, i = index. An
    // index that is gone leaves 'i' behind, which then works as 'n'.
    let identity = match (row.opt("replica_identity"), row.opt("replica_index")) {
        (Some("f"), _) => Some("FULL".to_owned()),
        (Some("n"), _) | (Some("i"), None) => Some("NOTHING".to_owned()),
        (Some("i"), Some(index)) => Some(format!("USING INDEX {index}")),
        _ => None,
    };
    put(attributes, Attribute::ReplicaIdentity, identity);
    put(attributes, Attribute::PartitionBy, row.opt("partition_key"));
    if let Some(bound) = row.opt("bound") {
        table.partition_of = Some(PartitionOf {
            parent: Name::new(row.text("parent_schema")?, row.text("parent")?),
            bound: bound.to_owned(),
            detaching: row.flag("detaching"),
        });
    }
    Ok(table)
}

/// A column of a table that is called `table`.
pub(super) fn column(row: &Row<'_>, table: &str) -> Result<Column, DecodeError> {
    let data_type = row.text("type")?.to_owned();
    let expression = row.opt("expression").map(settled);
    let mut attributes = Attributes::new();
    put(&mut attributes, Attribute::Comment, row.opt("comment"));
    put(&mut attributes, Attribute::Collation, row.opt("collation"));
    put(&mut attributes, Attribute::Storage, row.opt("storage"));
    put(
        &mut attributes,
        Attribute::Compression,
        row.opt("compression"),
    );
    put(
        &mut attributes,
        Attribute::Statistics,
        row.opt("statistics"),
    );
    put(
        &mut attributes,
        Attribute::StorageParameters,
        options(row, &["options"])?,
    );
    // 18 and later. The first name the server would make up means that nobody gave one.
    let made_up = naming::make(table, row.text("name")?, naming::NOT_NULL);
    let given = row.opt("not_null_name").filter(|name| *name != made_up);
    put(&mut attributes, Attribute::NotNullName, given);
    for (attribute, column, when) in [
        (Attribute::NotValid, "not_null_validated", "false"),
        (Attribute::NoInherit, "not_null_no_inherit", "true"),
    ] {
        put_flag(&mut attributes, attribute, row.opt(column), when);
    }
    let generated = match row.opt("generated") {
        Some(kind @ ("s" | "v")) => expression.clone().map(|expression| Generated {
            expression,
            stored: kind == "s",
        }),
        _ => None,
    };
    let identity = match row.opt("identity") {
        Some("a") => Some("ALWAYS"),
        Some("d") => Some("BY DEFAULT"),
        _ => None,
    };
    let serial = identity.is_none() && row.flag("serial");
    put(&mut attributes, Attribute::Identity, identity);
    if identity.is_some() || serial {
        let of = row.text("sequence_type")?;
        let beyond = Sequence::read(row)?.beyond_default(of);
        put(
            &mut attributes,
            Attribute::SequenceOptions,
            (!beyond.is_empty()).then_some(beyond),
        );
        put(&mut attributes, Attribute::Serial, serial.then_some(of));
    }
    let counted = row.flag("parent_sequence") && !serial;
    put(
        &mut attributes,
        Attribute::ParentSequence,
        counted.then_some("true"),
    );
    // A NULL that stands before a domain's own default does mean something.
    let no_default = generated.is_some()
        || serial
        || counted
        || expression
            .as_deref()
            .is_some_and(|sql| is_null(sql) && !row.flag("domain"));
    Ok(Column {
        name: row.text("name")?.to_owned(),
        data_type,
        nullable: !row.flag("required"),
        default: expression.filter(|_| !no_default),
        generated,
        attributes,
    })
}
