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
from variants.types.correction import Correction, Join, Split
from variants.types.decision import (
    CATEGORIES,
    EVIDENCE_KINDS,
    Action,
    Anchor,
    Confidence,
    Decision,
    Evidence,
    Quote,
    Wording,
)
from variants.types.edition import Edition, Run
from variants.types.explanation import Explanation, Origin, Rival, Weighing, WordEvidence
from variants.types.link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.types.measure import (
    Agreement,
    Measures,
    Metric,
    PassageVariation,
    Score,
    Shares,
    Variation,
)
from variants.types.notice import Notice
from variants.types.pattern import Occurrence, Pattern, Rendition, Usage
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.standing import Comment, Decisions, Remark, Rule, Standing, State
from variants.types.variant import (
    HEAVIEST_FIRST,
    Flag,
    Kind,
    Ruling,
    Variant,
    VariantClass,
    class_of,
    is_substantive,
)
from variants.types.witness import Division, DivisionKind, Witness, by_number, is_siglum
from variants.types.words import Link, Token, Tokenizer, TokenKind, WordAlignment, WordCounter

__all__ = [
    "CATEGORIES",
    "DOUBTFUL_BELOW",
    "EVIDENCE_KINDS",
    "HEAVIEST_FIRST",
    "Action",
    "Agreement",
    "Alignment",
    "Anchor",
    "Attestation",
    "Bead",
    "Collation",
    "Comment",
    "Confidence",
    "Correction",
    "Decision",
    "Decisions",
    "Division",
    "DivisionKind",
    "Edition",
    "Entry",
    "Evidence",
    "Explanation",
    "Flag",
    "Join",
    "Kind",
    "Link",
    "LinkKind",
    "Measures",
    "Metric",
    "Notice",
    "Occurrence",
    "Origin",
    "Passage",
    "PassageVariation",
    "Pattern",
    "Quote",
    "Reading",
    "Remark",
    "Rendering",
    "Rendition",
    "Rival",
    "Rule",
    "Ruling",
    "Run",
    "Score",
    "Segmentation",
    "SentenceLink",
    "SentenceMark",
    "Shares",
    "Signature",
    "Span",
    "Split",
    "Standing",
    "State",
    "Token",
    "TokenKind",
    "Tokenizer",
    "Usage",
    "Variant",
    "VariantClass",
    "Variation",
    "Weighing",
    "Witness",
    "WordAlignment",
    "WordCounter",
    "WordEvidence",
    "Wording",
    "by_number",
    "class_of",
    "is_siglum",
    "is_substantive",
    "opening_of",
]
