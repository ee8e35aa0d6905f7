"""TEI header: title, witnesses, editors, and the method of the comparison."""

from __future__ import annotations

from variants.reports.tei.elements import Element, add, make, xml_lang
from variants.reports.tei.xml_ids import XmlIds, token
from variants.types.collation import Signature
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.variant import Flag, Kind
from variants.wording.witness_names import short_name


def header(edition: Edition, names: XmlIds, method: str) -> Element:
    """Return the ``teiHeader``; ``method`` is the way the apparatus is linked to the text."""
    element = make("teiHeader")
    _add_file(add(element, "fileDesc"), edition, names)
    _add_encoding(add(element, "encodingDesc"), edition, method)
    return element


def _add_file(parent: Element, edition: Edition, names: XmlIds) -> None:
    collation = edition.collation
    statement = add(parent, "titleStmt")
    name = collation.title or edition.name or short_name(collation.seed.witness)
    add(statement, "title", name or "Untitled")
    for key in editors(edition):
        respons = add(statement, "respStmt", xml_id=names.editor(key))
        add(respons, "resp", "decisions")
        add(respons, "name", dict(edition.decisions.editors).get(key, key))
    add(add(parent, "publicationStmt"), "p", "A working copy, not published.")
    notices = [*collation.notices, *edition.decisions.notices]
    if notices:
        notes = add(parent, "notesStmt")
        for notice in notices:
            add(notes, "note", ": ".join(filter(None, (notice.siglum, notice.message))))
    witnesses = add(add(parent, "sourceDesc"), "listWit")
    for cut in (collation.seed, *collation.others):
        _add_witness(witnesses, cut, names)


def _add_witness(parent: Element, cut: Segmentation, names: XmlIds) -> None:
    witness = cut.witness
    facts = [witness.title, witness.translator, witness.date, witness.source]
    description = "; ".join(fact for fact in facts if fact)
    element = add(
        parent,
        "witness",
        description or witness.siglum,
        xml_id=names.witness(witness.siglum),
        n=witness.siglum,
        xml_lang=xml_lang(witness.language),
    )
    add(element, "idno", witness.digest, type="sha-256")


def _add_encoding(parent: Element, edition: Edition, method: str) -> None:
    location = "internal" if method == "parallel-segmentation" else "external"
    add(parent, "variantEncoding", method=method, location=location)
    classes = add(parent, "classDecl")
    kinds = add(classes, "taxonomy", xml_id="kinds")
    for kind in Kind:
        add(add(kinds, "category", xml_id=f"kind-{token(kind.value)}"), "catDesc", kind.value)
    flags = add(classes, "taxonomy", xml_id="flags")
    for flag in Flag:
        add(add(flags, "category", xml_id=f"flag-{flag.value}"), "catDesc", flag.value)
    if edition.decisions.rules:
        rules = add(parent, "editorialDecl")
        for rule in edition.decisions.rules:
            add(rules, "p", "; ".join(filter(None, (rule.key, rule.title, rule.why))), n=rule.id)
    _add_signature(parent, edition.collation.signature)
    for writer, head in edition.decisions.heads:
        add(parent, "p", f"The log of {writer} ends with {head}.")


def _add_signature(parent: Element, signature: Signature) -> None:
    methods = f"{signature.segmenter}, {signature.aligner}, {signature.linker}"
    add(parent, "p", f"Compared by variants {signature.version} ({methods}).")
    for name, value in signature.choices:
        add(parent, "p", f"Setting {name}: {value}")
    if signature.languages:
        tags = ", ".join(f"{siglum} {tag}" for siglum, tag in signature.languages)
        add(parent, "p", f"Languages: {tags}.")
    if signature.settings_digest:
        add(parent, "p", f"All settings: SHA-256 {signature.settings_digest}.")
    if signature.libraries:
        versions = ", ".join(f"{name} {version}" for name, version in signature.libraries)
        add(parent, "p", f"Libraries: {versions}.")


def editors(edition: Edition) -> list[str]:
    """Return the keys of all editors who decided or commented, in the order of the places."""
    keys: list[str] = []
    for status in edition.decisions.statuses:
        keys += [decision.by for decision in (*status.live, *status.former)]
        keys += [comment.by for comment in status.comments]
    return list(dict.fromkeys([*keys, *(rule.by for rule in edition.decisions.rules)]))
