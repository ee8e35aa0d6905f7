"""Knowledge of languages: forms to compare by, word lists, numbers, names."""

from variants.languages.folding import fold, unify_typography
from variants.languages.known import language_of
from variants.languages.language import Language, is_tag
from variants.languages.names import name_forms, same_name
from variants.languages.numbers import is_number
from variants.languages.spelling import spelling_key
from variants.languages.text_notices import text_notices

__all__ = [
    "Language",
    "fold",
    "is_number",
    "is_tag",
    "language_of",
    "name_forms",
    "same_name",
    "spelling_key",
    "text_notices",
    "unify_typography",
]
