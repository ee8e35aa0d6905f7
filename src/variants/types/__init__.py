"""The nouns, in the order a text meets them."""

from variants.types.alignment import DOUBTFUL_BELOW, Alignment, Bead
from variants.types.collation import (
    Attestation,
    Collation,
    Entry,
    Passage,
    Reading,
    Rendering,
    Signature,
)
from variants.types.decision import (
    Action,
    Anchor,
    Confidence,
    Decision,
    Evidence,
    Quote,
    Wording,
)
from variants.types.edition import Edition, Run
from variants.types.notice import Notice
from variants.types.pattern import Occurrence, Pattern, Rendition, Usage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.standing import Comment, Decisions, Remark, Rule, Standing, State
from variants.types.variant import (
    HEAVIEST_FIRST,
    Flag,
    Kind,
    Variant,
    VariantClass,
    class_of,
    is_substantive,
)
from variants.types.witness import Division, DivisionKind, Witness, by_number, is_siglum
from variants.types.words import Link, Token, Tokenizer, TokenKind, WordAlignment

__all__ = [
    "DOUBTFUL_BELOW",
    "HEAVIEST_FIRST",
    "Action",
    "Alignment",
    "Anchor",
    "Attestation",
    "Bead",
    "Collation",
    "Comment",
    "Confidence",
    "Decision",
    "Decisions",
    "Division",
    "DivisionKind",
    "Edition",
    "Entry",
    "Evidence",
    "Flag",
    "Kind",
    "Link",
    "Notice",
    "Occurrence",
    "Passage",
    "Pattern",
    "Quote",
    "Reading",
    "Remark",
    "Rendering",
    "Rendition",
    "Rule",
    "Run",
    "Segmentation",
    "Signature",
    "Span",
    "Standing",
    "State",
    "Token",
    "TokenKind",
    "Tokenizer",
    "Usage",
    "Variant",
    "VariantClass",
    "Witness",
    "WordAlignment",
    "Wording",
    "by_number",
    "class_of",
    "is_siglum",
    "is_substantive",
]
